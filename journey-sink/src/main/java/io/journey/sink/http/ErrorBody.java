package io.journey.sink.http;

import java.util.List;

/**
 * The body of every answer that is none.
 *
 * @param faults parameters at fault; empty when it was something else
 */
record ErrorBody(int status, String message, List<ParameterFault> faults) {

    static ErrorBody of(int status, String message) {
        return new ErrorBody(status, message, List.of());
    }
}
