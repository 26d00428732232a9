package io.journey.core.journey;

import io.journey.core.definition.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Derives journeys from touches, one touch at a time, in event order.
 *
 * <p>Folding all of a customer's touches from {@link JourneyRules#beginning} gives their journeys; folding on from a
 * {@link Snapshot} gives the journeys that were open there or began later. Both agree, which is what lets an event at
 * the end of history cost the same whatever came before it. Not thread-safe; made for one customer and thrown away.
 */
public final class Fold {

    private final JourneyRules rules;
    private final Snapshot from;
    private final @Nullable String[] profile;
    private final long[][] recent;
    private final List<Journey> ended = new ArrayList<>();
    private final List<Boundary> boundaries = new ArrayList<>();
    private @Nullable EventPosition last;
    private int journeys;
    private @Nullable Course open;
    /** Of the profile; null when that has changed since it was found. */
    private @Nullable String persona;

    private boolean profileChanged;
    private boolean journeysChanged;

    /**
     * The state just before a journey's first touch.
     *
     * @param first position of that touch
     * @param before what was known before it; no journey is open there
     */
    public record Boundary(EventPosition first, Snapshot before) {}

    public Fold(JourneyRules rules, Snapshot from) {
        this.rules = rules;
        this.from = from;
        this.profile = from.profile().clone();
        this.recent = from.recent().clone();
        this.last = from.last();
        this.journeys = from.journeys();
        this.open = from.open() == null ? null : new Course(rules, from.open());
    }

    /** A fold that begins where this one began, before its first touch. */
    Fold untouched() {
        Fold untouched = new Fold(rules, from);
        if (!profileChanged) {
            untouched.persona = persona();
        }
        return untouched;
    }

    /**
     * Whether the touches since this fold's snapshot only prolong the visit that was open there. As long as it has not
     * lapsed, nothing that is published says how many touches it has or when the last one was.
     */
    boolean goesOn() {
        return !profileChanged && !journeysChanged;
    }

    /**
     * Folds the next touch.
     *
     * @throws IllegalArgumentException if it is not after the last one in event order
     */
    public void add(Touch touch) {
        if (last != null && !last.isBefore(touch.position())) {
            throw new IllegalArgumentException(touch + " is not after " + last);
        }
        int stage = classify(touch);
        endBefore(touch, stage);
        if (open == null) {
            // A journey's first boundary is the customer's beginning, which needs no keeping.
            if (journeys > 0) {
                boundaries.add(new Boundary(touch.position(), snapshot()));
            }
            remember(touch);
            int first = stage < 0 ? rules.definition().initialStage() : stage;
            open = new Course(rules, ++journeys, touch, first);
            journeysChanged = true;
            return;
        }
        remember(touch);
        journeysChanged |= open.add(touch, stage);
    }

    private void endBefore(Touch touch, int stage) {
        if (open == null) {
            return;
        }
        if (touch.at() > open.lapsesAt()) {
            ended.add(open.lapsed(persona()));
            open = null;
        } else if (stage >= 0 && rules.restarts(open.stage(), stage)) {
            ended.add(open.completed(persona(), touch));
            open = null;
        }
    }

    /** Stage named by the first rule that matches, or −1; also counts the touch for the counted rules. */
    private int classify(Touch touch) {
        int winner = touch.rule();
        for (int index = rules.countedRules() - 1; index >= 0; index--) {
            if ((touch.countedRules() >>> index & 1) == 0) {
                continue;
            }
            int rule = rules.countedRule(index);
            if (isCountReached(index, touch.at()) && (winner == Touch.NO_RULE || rule < winner)) {
                winner = rule;
            }
        }
        return winner == Touch.NO_RULE
                ? Transition.NO_STAGE
                : rules.rule(winner).stage();
    }

    private boolean isCountReached(int index, long at) {
        Rule.Count count = countOf(index);
        int others = count.atLeast() - 1;
        long[] before = recent[index];
        return before.length >= others
                && (others == 0
                        || before[before.length - others] > at - count.within().toMillis());
    }

    private Rule.Count countOf(int index) {
        return Objects.requireNonNull(rules.rule(rules.countedRule(index)).count());
    }

    private void remember(Touch touch) {
        last = touch.position();
        for (int i = 0; i < profile.length; i++) {
            String value = touch.profile(i);
            if (value != null && !value.equals(profile[i])) {
                profile[i] = value;
                profileChanged = true;
                persona = null;
            }
        }
        for (int index = 0; index < recent.length; index++) {
            if ((touch.countedRules() >>> index & 1) != 0) {
                recent[index] = appended(recent[index], touch.at(), countOf(index));
            }
        }
    }

    private static long[] appended(long[] instants, long at, Rule.Count count) {
        int keep = Math.min(instants.length + 1, count.atLeast() - 1);
        if (keep == 0) {
            return instants;
        }
        long oldest = at - count.within().toMillis();
        int from = instants.length + 1 - keep;
        while (from < instants.length && instants[from] <= oldest) {
            from++;
        }
        long[] next = Arrays.copyOfRange(instants, from, instants.length + 1);
        next[next.length - 1] = at;
        return next;
    }

    private String persona() {
        if (persona == null) {
            persona = rules.persona(profile);
        }
        return persona;
    }

    /**
     * The journeys that were open at the snapshot this fold began with, or began since; in order.
     *
     * @param watermark an open journey whose silence ended before this instant is shown as lapsed
     */
    public List<Journey> journeys(long watermark) {
        if (open == null) {
            return List.copyOf(ended);
        }
        List<Journey> all = new ArrayList<>(ended.size() + 1);
        all.addAll(ended);
        all.add(watermark > open.lapsesAt() ? open.lapsed(persona()) : open.unfinished(persona()));
        return all;
    }

    /** Instant after which the open journey is over if nothing comes; {@link Long#MAX_VALUE} for never. */
    public long lapsesAt() {
        return open == null ? Long.MAX_VALUE : open.lapsesAt();
    }

    /** Starts of the journeys begun since this fold's snapshot, but for the customer's first. */
    public List<Boundary> boundaries() {
        return boundaries;
    }

    /** What a later fold needs to go on from here. */
    public Snapshot snapshot() {
        return new Snapshot(last, profile.clone(), recent.clone(), journeys, open == null ? null : open.keep());
    }

    /** All journeys of a history. */
    public static List<Journey> derive(JourneyRules rules, Iterable<Touch> history, long watermark) {
        Fold fold = new Fold(rules, rules.beginning());
        history.forEach(fold::add);
        return fold.journeys(watermark);
    }

    static BigDecimal plus(BigDecimal sum, BigDecimal amount) {
        return amount.signum() == 0 ? sum : sum.add(amount);
    }
}
