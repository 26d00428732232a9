package io.journey.sink.health;

import java.util.List;

/** The two questions that an orchestrator asks. Answers come from memory and never wait. */
public interface Health {

    /** Whether restarting this process could help; never about the database or the broker. */
    List<Check> live();

    /** Whether the tables are being kept up to date. */
    List<Check> ready();
}
