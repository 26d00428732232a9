package io.journey.core.journey;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change of stage inside a journey, its start and its end included. What all rows of a journey share is in {@link
 * Journey}.
 *
 * @param ordinal position in the journey, from 0
 * @param kind how the stage changed
 * @param from index of the stage left; {@link #NO_STAGE} for START
 * @param to index of the stage entered; {@link #NO_STAGE} for COMPLETE and LAPSE
 * @param revisit whether the journey had been in {@code to} before
 * @param at milliseconds since the epoch
 * @param dwell milliseconds since the visit to {@code from} began; 0 for START
 * @param touches touches of the visit to {@code from}; 0 for START
 * @param touchpoint of the event that caused it; null for LAPSE
 * @param channel of the event that caused it; null for LAPSE
 * @param value sum of the journey's amounts so far
 */
public record Transition(
        int ordinal,
        TransitionKind kind,
        int from,
        int to,
        boolean revisit,
        long at,
        long dwell,
        int touches,
        @Nullable String touchpoint,
        @Nullable String channel,
        BigDecimal value) {

    public static final int NO_STAGE = -1;

    /** Equal but for the scale of {@link #value}, which says nothing. */
    boolean sameAs(Transition other) {
        return value.compareTo(other.value) == 0 && withValue(BigDecimal.ZERO).equals(other.withValue(BigDecimal.ZERO));
    }

    private Transition withValue(BigDecimal other) {
        return new Transition(ordinal, kind, from, to, revisit, at, dwell, touches, touchpoint, channel, other);
    }
}
