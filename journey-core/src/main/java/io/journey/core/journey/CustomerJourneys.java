package io.journey.core.journey;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

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

    public CustomerJourneys(
            JourneyRules rules, Difference.Transitions transitions, Difference.Contributions contributions) {
        this.rules = rules;
        this.difference = new Difference(rules);
        this.transitions = transitions;
        this.contributions = contributions;
    }

    /**
     * Takes touches away and in, as one change.
     *
     * @param removed touches of the history
     * @param added touches whose positions are free once the removed ones are gone
     * @param watermark the open journey is published as lapsed if its silence ended before this instant
     */
    public void change(History history, List<Touch> removed, List<Touch> added, long watermark) {
        removed.forEach(touch -> history.remove(touch.position()));
        added.forEach(history::add);
        boolean isOneMore = removed.isEmpty() && added.size() == 1;
        if (!isOneMore || !append(history, added.get(0), watermark)) {
            foldAgain(history, removed, added, watermark);
        }
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
        Standing unscheduled = standing.withScheduled(Standing.UNSCHEDULED);
        keep(history, unscheduled.moved(standing.snapshot(), lapsed), fold.lapsesAt());
    }

    /**
     * Forgets the touches that no change from an instant on can reach: those before the last start of a journey before
     * it. What they led to stays published; the state at that start stands for them.
     *
     * @return the touches forgotten
     */
    public static List<Touch> settle(History history, long before) {
        Fold.Boundary base = history.boundaryBefore(new EventPosition(before, Long.MIN_VALUE, ""));
        if (base == null) {
            return List.of();
        }
        List<Touch> settled = history.between(Long.MIN_VALUE, base.first().at() + 1).stream()
                .filter(touch -> touch.position().isBefore(base.first()))
                .toList();
        settled.forEach(touch -> history.remove(touch.position()));
        Fold.Boundary older = history.boundaryBefore(base.first());
        while (older != null) {
            history.removeBoundary(older.first());
            older = history.boundaryBefore(older.first());
        }
        return settled;
    }

    private Standing standing(History history) {
        Standing standing = history.standing();
        return standing == null ? Standing.newcomer(rules) : standing;
    }

    /**
     * Folds a touch at the end; false, with nothing changed, when it is not at the end or when the open journey must be
     * relabelled.
     */
    private boolean append(History history, Touch touch, long watermark) {
        Standing standing = standing(history);
        EventPosition last = standing.snapshot().last();
        if (last != null && touch.position().isBefore(last)) {
            return false;
        }
        Fold after = new Fold(rules, standing.snapshot());
        after.add(touch);
        if (after.goesOn() && !standing.lapsed() && watermark <= after.lapsesAt()) {
            keep(history, standing, after, watermark);
            return true;
        }
        Step step = step(standing, after.untouched(), after, watermark);
        if (step.isLocal()) {
            take(history, standing, step, watermark);
        }
        return step.isLocal();
    }

    /**
     * Folds again from the last boundary before the first of the touches that have just been changed. What came before
     * that touch is folded once for both views, unless the journey that is open there must be relabelled.
     */
    private void foldAgain(History history, List<Touch> removed, List<Touch> added, long watermark) {
        Standing standing = standing(history);
        Touch first = Stream.concat(removed.stream(), added.stream())
                .min(naturalOrder())
                .orElse(null);
        if (first == null) {
            return;
        }
        Fold.Boundary boundary = history.boundaryBefore(first.position());
        Snapshot from = boundary == null ? rules.beginning() : boundary.before();
        List<Touch> now = history.since(boundary == null ? null : boundary.first());
        int unchanged = 0;
        while (unchanged < now.size() && now.get(unchanged).position().isBefore(first.position())) {
            unchanged++;
        }
        List<Touch> common = now.subList(0, unchanged);
        List<Touch> nowThen = now.subList(unchanged, now.size());
        List<Touch> wasThen = before(nowThen, removed, added);
        Snapshot there = folded(from, common).snapshot();
        Step step = step(standing, folded(there, wasThen), folded(there, nowThen), watermark);
        if (!step.isLocal()) {
            step = step(standing, folded(from, common, wasThen), folded(from, common, nowThen), watermark);
        }
        take(history, standing, step, watermark);
    }

    private static List<Touch> before(List<Touch> now, List<Touch> removed, List<Touch> added) {
        Set<EventPosition> fresh = added.stream().map(Touch::position).collect(toSet());
        List<Touch> was = new ArrayList<>(now);
        was.removeIf(touch -> fresh.contains(touch.position()));
        was.addAll(removed);
        was.sort(null);
        return was;
    }

    /**
     * Two folds of one customer from the same state, without and with a change.
     *
     * @param published journeys as they have been published
     * @param wanted journeys as they are to be published
     */
    private record Step(Fold before, Fold after, List<Journey> published, List<Journey> wanted) {

        /** Whether it tells all that changes, though the state it begins with may be in the midst of a journey. */
        boolean isLocal() {
            return Difference.isLocal(published, wanted);
        }
    }

    private static Step step(Standing standing, Fold before, Fold after, long watermark) {
        return new Step(before, after, published(before, standing), after.journeys(watermark));
    }

    private void take(History history, Standing standing, Step step, long watermark) {
        difference.between(step.published(), step.wanted(), transitions, contributions);
        replaceBoundaries(history, step.before().boundaries(), step.after().boundaries());
        keep(history, standing, step.after(), watermark);
    }

    @SafeVarargs
    private Fold folded(Snapshot from, List<Touch>... parts) {
        Fold fold = new Fold(rules, from);
        for (List<Touch> touches : parts) {
            touches.forEach(fold::add);
        }
        return fold;
    }

    private static List<Journey> published(Fold fold, Standing standing) {
        return fold.journeys(standing.lapsed() ? ALL_LAPSED : NOTHING_LAPSED);
    }

    private static void replaceBoundaries(History history, List<Fold.Boundary> old, List<Fold.Boundary> now) {
        // Nearly every touch: journeys seldom begin.
        if (old.isEmpty() && now.isEmpty()) {
            return;
        }
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
        keep(history, standing.moved(fold.snapshot(), lapsed), fold.lapsesAt());
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
