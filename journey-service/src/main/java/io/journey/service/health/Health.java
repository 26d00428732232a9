package io.journey.service.health;

import java.util.List;

/** The two questions that an orchestrator asks. Answers come from memory and never wait. */
public interface Health {

    /** Whether restarting this process could help; never about what lies outside of it. */
    List<Check> live();

    /** Whether what this process is for is being done. */
    List<Check> ready();
}
