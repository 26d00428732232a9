package io.journey.core.definition;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Names the stage of the events it matches.
 *
 * @param stage index of the stage
 * @param when condition on the event
 * @param count how many such events of the customer the period must hold, this one included; null when one is enough
 */
public record Rule(int stage, Condition when, @Nullable Count count) {

    /**
     * @param atLeast from 1 to 10,000
     * @param within length of the period (t − within, t], whole milliseconds above zero
     */
    public record Count(int atLeast, Duration within) {}
}
