package io.journey.core.journey;

import java.math.BigDecimal;
import java.util.List;

/**
 * One journey as known so far: what is published about it and what it counts for.
 *
 * <p>Derived from its first touch it is whole. Derived from a {@link Snapshot} in its midst it lacks the transitions
 * and settled visits before that; two such halves from one snapshot can still be compared with each other.
 *
 * @param label what all its rows share
 * @param reach what it counts for as a whole
 * @param visits in order; the last one is open unless the journey has ended
 * @param transitions in order
 */
public record Journey(Label label, Reach reach, List<Visit> visits, List<Transition> transitions) {

    /**
     * @param number which of the customer's journeys, from 1
     * @param start milliseconds since the epoch
     * @param entryChannel channel of its first event
     * @param persona persona of its customer, as known at its last event
     */
    public record Label(int number, long start, String entryChannel, String persona) {}

    /**
     * @param firstStage stage it began in
     * @param visited bit s is set when it has been in stage s
     * @param value sum of its amounts
     */
    public record Reach(int firstStage, long visited, BigDecimal value) {

        boolean sameAs(Reach other) {
            return firstStage == other.firstStage && visited == other.visited && value.compareTo(other.value) == 0;
        }
    }

    public int number() {
        return label.number();
    }
}
