package io.journey.core.identity;

import io.journey.core.journey.Touch;
import org.jspecify.annotations.Nullable;

/**
 * What became of a delivery, and of an earlier one.
 *
 * @param replaced the delivery that stood for the event before and is now the duplicate; null for none
 * @param unerased source of an earlier delivery that was erased and is now the duplicate; null for none
 */
public record Outcome(
        Fate fate, @Nullable Touch replaced, @Nullable String unerased) {

    /** What became of the delivery. */
    public enum Fate {
        /** The event counts. */
        ADDED,
        /** Another delivery of the event stands for it. */
        DUPLICATE,
        /** It is not to be known. */
        ERASED
    }
}
