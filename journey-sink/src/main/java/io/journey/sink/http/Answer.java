package io.journey.sink.http;

import java.sql.SQLException;
import java.util.List;

/** What a request to the API comes to. */
sealed interface Answer {

    /** The request makes sense; the body is read only if the client does not have it yet. */
    record Found(Body body) implements Answer {}

    /** Parameters are missing or wrong, all of them. */
    record Faulty(List<ParameterFault> faults) implements Answer {}

    /** No definition of that name has been published. */
    record UnknownJourney(String journey, List<String> known) implements Answer {}

    /** Reads what is asked for. */
    @FunctionalInterface
    interface Body {
        Object read() throws SQLException;
    }
}
