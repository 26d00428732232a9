package io.journey.core.journey;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that folding a customer's next touch needs to know of the ones before it.
 *
 * <p>Does not grow with the history: of the open journey it keeps only the visits that a later transition can still
 * change. Never changed once made; the arrays are shared.
 *
 * @param last position of the last touch folded; null before the first
 * @param profile last value per profile attribute; null where there was none
 * @param recent per counted rule the instants of the last matching touches, oldest first, at most count − 1
 * @param journeys journeys begun so far
 * @param open the journey that no event has ended; null before the first touch and at a boundary
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by sameAs, never by equals; copied only where the fold writes.
public record Snapshot(
        @Nullable EventPosition last,
        @Nullable String[] profile,
        long[][] recent,
        int journeys,
        @Nullable OpenJourney open) {

    /** Whether the same touches would fold to the same journeys from here as from {@code other}. */
    public boolean sameAs(Snapshot other) {
        return Objects.equals(last, other.last)
                && Arrays.equals(profile, other.profile)
                && Arrays.deepEquals(recent, other.recent)
                && journeys == other.journeys
                && Objects.equals(open, other.open);
    }
}
