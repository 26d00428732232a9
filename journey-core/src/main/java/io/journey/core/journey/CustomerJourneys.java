package io.journey.core.journey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the journeys of one customer up to date, one change of the event set at a time, and says what changed.
 *
 * <p>An event at the end of history is folded into what is kept of it. Any other change folds again from the last
 * journey boundary before it. Both publish the difference between what was and what is, so after any sequence of
 * changes the sum of what was published equals what the set of events alone gives.
 */
public final class CustomerJourneys {

    private static final long NOTHING_LAPSED = Long.MIN_VALUE;
    private static final long ALL_LAPSED = Long.MAX_VALUE;

    private final JourneyRules rules;
    private final Difference difference;
    private final Difference.Transitions transitions;
    private final Difference.Contributions contributions;

    /** What became of a delivery. */
    public sealed interface Outcome {

        /** The event was new. */
        record Added() implements Outcome {}

        /** Another delivery of the event stands for it. */
        record Duplicate() implements Outcome {}

        /** The event now stands for an earlier delivery, which became the duplicate. */
        record Replaced(Touch other) implements Outcome {}
    }

    public CustomerJourneys(
            JourneyRules rules, Difference.Transitions transitions, Difference.Contributions contributions) {
        this.rules = rules;
        this.difference = new Difference(rules);
        this.transitions = transitions;
        this.contributions = contributions;
    }

    /**
     * Takes in one delivery of an event.
     *
     * @param watermark the open journey is published as lapsed if its silence ended before this instant
     */
    public Outcome add(History history, Touch touch, long watermark) {
        EventPosition known = history.find(touch.position().eventId());
        if (known != null) {
            Touch other = history.get(known);
            if (TouchOrder.BY_DELIVERY.compare(touch, other) >= 0) {
                return new Outcome.Duplicate();
            }
            history.remove(known);
            history.add(touch);
            foldAgain(history, touch, List.of(other), watermark);
            return new Outcome.Replaced(other);
        }
        history.add(touch);
        Standing standing = standing(history);
        EventPosition last = standing.snapshot().last();
        if ((last != null && touch.position().isBefore(last)) || !append(history, standing, touch, watermark)) {
            foldAgain(history, touch, List.of(), watermark);
        }
        return new Outcome.Added();
    }

    /**
     * Decides on a lapse that has become due.
     *
     * @param due instant for which the customer was scheduled; an outdated entry changes nothing
     */
    public void lapse(History history, long due, long watermark) {
        Standing standing = standing(history);
        if (standing.scheduled() != due) {
            return;
        }
        Fold fold = new Fold(rules, standing.snapshot());
        boolean lapsing = !standing.lapsed() && watermark > fold.lapsesAt();
        if (lapsing) {
            difference.between(fold.journeys(NOTHING_LAPSED), fold.journeys(ALL_LAPSED), transitions, contributions);
        }
        boolean lapsed = standing.lapsed() || lapsing;
        keep(history, new Standing(standing.snapshot(), lapsed, Standing.UNSCHEDULED), fold.lapsesAt());
    }

    private Standing standing(History history) {
        Standing standing = history.standing();
        return standing == null ? Standing.newcomer(rules) : standing;
    }

    /** Folds a touch at the end; false, with nothing changed, when the open journey must be relabelled. */
    private boolean append(History history, Standing standing, Touch touch, long watermark) {
        List<Journey> before = published(new Fold(rules, standing.snapshot()), standing);
        Fold fold = new Fold(rules, standing.snapshot());
        fold.add(touch);
        List<Journey> after = fold.journeys(watermark);
        if (!Difference.isLocal(before, after)) {
            return false;
        }
        difference.between(before, after, transitions, contributions);
        fold.boundaries().forEach(history::addBoundary);
        keep(history, standing, fold, watermark);
        return true;
    }

    /** Folds again from the last boundary before a touch that has just been added. */
    private void foldAgain(History history, Touch added, List<Touch> removed, long watermark) {
        Standing standing = standing(history);
        Fold.Boundary boundary = history.boundaryBefore(added.position());
        Snapshot from = boundary == null ? rules.beginning() : boundary.before();
        List<Touch> now = history.since(boundary == null ? null : boundary.first());
        List<Touch> was = new ArrayList<>(now);
        was.removeIf(touch -> touch.position().equals(added.position()));
        was.addAll(removed);
        was.sort(null);

        Fold before = folded(from, was);
        Fold after = folded(from, now);
        difference.between(published(before, standing), after.journeys(watermark), transitions, contributions);
        replaceBoundaries(history, before.boundaries(), after.boundaries());
        keep(history, standing, after, watermark);
    }

    private Fold folded(Snapshot from, List<Touch> touches) {
        Fold fold = new Fold(rules, from);
        touches.forEach(fold::add);
        return fold;
    }

    private static List<Journey> published(Fold fold, Standing standing) {
        return fold.journeys(standing.lapsed() ? ALL_LAPSED : NOTHING_LAPSED);
    }

    private static void replaceBoundaries(History history, List<Fold.Boundary> old, List<Fold.Boundary> now) {
        Set<EventPosition> kept = new HashSet<>();
        now.forEach(boundary -> kept.add(boundary.first()));
        old.stream()
                .map(Fold.Boundary::first)
                .filter(first -> !kept.contains(first))
                .forEach(history::removeBoundary);
        now.forEach(history::addBoundary);
    }

    private void keep(History history, Standing standing, Fold fold, long watermark) {
        boolean lapsed = watermark > fold.lapsesAt();
        keep(history, new Standing(fold.snapshot(), lapsed, standing.scheduled()), fold.lapsesAt());
    }

    /** Stores the standing, and enters a lapse that no earlier entry of the index will find. */
    private static void keep(History history, Standing standing, long lapsesAt) {
        boolean missing = !standing.lapsed() && lapsesAt < standing.scheduled();
        if (missing) {
            history.schedule(lapsesAt);
        }
        history.keep(missing ? standing.withScheduled(lapsesAt) : standing);
    }
}
