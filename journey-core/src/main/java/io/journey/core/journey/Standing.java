package io.journey.core.journey;

/**
 * Where a customer stands: what is kept between their touches.
 *
 * @param snapshot what folding the next touch needs
 * @param lapsed whether the open journey has been published as lapsed by silence
 * @param scheduled instant for which this customer is next in the index of due lapses; {@link Long#MAX_VALUE} for none
 * @param claimed whether others may have claimed this identity, so that its owner must be looked up
 * @param erased whether events of this identity may have been erased, so that its erasures must be looked up
 */
public record Standing(Snapshot snapshot, boolean lapsed, long scheduled, boolean claimed, boolean erased) {

    public static final long UNSCHEDULED = Long.MAX_VALUE;

    /** The standing of somebody never seen. */
    public static Standing newcomer(JourneyRules rules) {
        return new Standing(rules.beginning(), false, UNSCHEDULED, false, false);
    }

    public Standing withClaimed() {
        return new Standing(snapshot, lapsed, scheduled, true, erased);
    }

    public Standing withErased() {
        return new Standing(snapshot, lapsed, scheduled, claimed, true);
    }

    Standing withScheduled(long due) {
        return new Standing(snapshot, lapsed, due, claimed, erased);
    }

    Standing moved(Snapshot to, boolean nowLapsed) {
        return new Standing(to, nowLapsed, scheduled, claimed, erased);
    }
}
