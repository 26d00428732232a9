package io.journey.core.journey;

/**
 * Where a customer stands: what is kept between their touches.
 *
 * @param snapshot what folding the next touch needs
 * @param lapsed whether the open journey has been published as lapsed by silence
 * @param scheduled instant for which this customer is next in the index of due lapses; {@link Long#MAX_VALUE} for none
 */
public record Standing(Snapshot snapshot, boolean lapsed, long scheduled) {

    public static final long UNSCHEDULED = Long.MAX_VALUE;

    static Standing newcomer(JourneyRules rules) {
        return new Standing(rules.beginning(), false, UNSCHEDULED);
    }

    Standing withScheduled(long due) {
        return new Standing(snapshot, lapsed, due);
    }
}
