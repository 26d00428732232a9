package io.journey.streams.intake;

import io.journey.core.identity.Input;
import io.journey.events.reject.RejectReason;
import io.journey.events.v1.TouchpointKey;

/** What the intake makes of one record. */
public sealed interface Verdict {

    /** Name of the source of records that could not be read far enough to know it. */
    String UNKNOWN_SOURCE = "unknown";

    /** Source that the record is accounted to. */
    String source();

    /**
     * A usable event.
     *
     * @param address strongest identity; where the event belongs
     * @param input what it says to its address
     */
    record Usable(TouchpointKey address, Input input, String source) implements Verdict {}

    /**
     * No usable event.
     *
     * @param detail what was wrong and what was expected
     */
    record Unusable(RejectReason reason, String detail, String source) implements Verdict {}

    /** Source that a touch is accounted to; the empty name has none. */
    static String accountedTo(String source) {
        return source.isBlank() ? UNKNOWN_SOURCE : source;
    }
}
