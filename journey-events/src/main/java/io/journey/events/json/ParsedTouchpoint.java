package io.journey.events.json;

import io.journey.events.reject.RejectReason;
import io.journey.events.v1.Touchpoint;

/** What a line of JSON turned out to be. */
public sealed interface ParsedTouchpoint {

    /** The line is an event. */
    record Event(Touchpoint touchpoint) implements ParsedTouchpoint {}

    /**
     * The line is no event.
     *
     * @param reason kind of fault
     * @param detail field, value shortened, and what was expected
     * @param source source that the line names, {@code unknown} if it could not be read that far
     */
    record Fault(RejectReason reason, String detail, String source) implements ParsedTouchpoint {

        /** Source of a line that could not be read far enough to find it. */
        public static final String UNKNOWN_SOURCE = "unknown";
    }
}
