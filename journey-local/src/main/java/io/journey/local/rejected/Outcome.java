package io.journey.local.rejected;

import io.journey.events.json.ParsedTouchpoint.Fault;
import io.journey.events.v1.Touchpoint;

/** What is to become of a rejected record that was chosen. */
sealed interface Outcome {

    /** Its bytes go again, as they are. */
    record AsItWas(RejectedRow row) implements Outcome {}

    /** An event goes instead. */
    record Repaired(Touchpoint event) implements Outcome {}

    /** The repair said to leave it out. */
    record LeftOut() implements Outcome {}

    /** There are no bytes to send: they were erased, or there never were any. */
    record WithoutBytes() implements Outcome {}

    /** It was sent again before. */
    record SentBefore() implements Outcome {}

    /** What is to go is still no event. */
    record StillNone(Fault why) implements Outcome {}
}
