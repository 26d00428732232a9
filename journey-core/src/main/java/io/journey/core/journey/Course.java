package io.journey.core.journey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A journey under way: moves from stage to stage and keeps what its transitions and visits will say. */
final class Course {

    private final JourneyRules rules;
    private final int number;
    private final long start;
    private final String entryChannel;
    private final int firstStage;
    private final List<Visit> visits;
    private final List<Transition> transitions = new ArrayList<>();
    private long visited;
    private int ordinal;
    private int touches;
    private BigDecimal value;
    private long lastAt;

    /** A journey that begins with this touch. */
    Course(JourneyRules rules, int number, Touch first, int stage) {
        this.rules = rules;
        this.number = number;
        this.start = first.at();
        this.entryChannel = first.channel();
        this.firstStage = stage;
        this.visits = new ArrayList<>();
        this.value = first.amount();
        arrive(TransitionKind.START, Transition.NO_STAGE, stage, 0, first);
    }

    /** A journey that goes on from where it was kept. */
    Course(JourneyRules rules, OpenJourney kept) {
        this.rules = rules;
        this.number = kept.number();
        this.start = kept.start();
        this.entryChannel = kept.entryChannel();
        this.firstStage = kept.firstStage();
        this.visits = new ArrayList<>(kept.visits());
        this.visited = kept.visited();
        this.ordinal = kept.transitions();
        this.touches = kept.touches();
        this.value = kept.value();
        this.lastAt = kept.lastAt();
    }

    int stage() {
        return current().stage();
    }

    long lapsesAt() {
        return rules.lapsesAt(stage(), lastAt);
    }

    private Visit current() {
        return visits.get(visits.size() - 1);
    }

    /**
     * One more touch of this journey.
     *
     * @param stage −1 for a neutral one
     * @return whether it says more than that the visit it falls into goes on
     */
    boolean add(Touch touch, int stage) {
        value = Fold.plus(value, touch.amount());
        int from = stage();
        if (stage < 0 || stage == from || rules.isSticky(from, stage)) {
            touches++;
            lastAt = touch.at();
            return touch.amount().signum() != 0;
        }
        TransitionKind kind = rules.kind(from, stage);
        long dwell = touch.at() - current().begin();
        visits.set(visits.size() - 1, current().ended(new Visit.End(kind, stage, dwell, touches)));
        visits.replaceAll(visit -> visit.reached(stage, touch.at(), rules.conversionWindow()));
        arrive(kind, from, stage, dwell, touch);
        return true;
    }

    private void arrive(TransitionKind kind, int from, int to, long dwell, Touch touch) {
        boolean revisit = (visited >>> to & 1) != 0;
        transitions.add(new Transition(
                ordinal++,
                kind,
                from,
                to,
                revisit,
                touch.at(),
                dwell,
                touches,
                touch.touchpoint(),
                touch.channel(),
                value));
        int index = visits.isEmpty() ? 0 : current().index() + 1;
        visits.add(Visit.begun(index, to, touch.at(), rules.stages()));
        visited |= 1L << to;
        touches = 1;
        lastAt = touch.at();
    }

    Journey unfinished(String persona) {
        return new Journey(label(persona), reach(), List.copyOf(visits), List.copyOf(transitions));
    }

    Journey lapsed(String persona) {
        return finished(persona, TransitionKind.LAPSE, lapsesAt(), null);
    }

    Journey completed(String persona, Touch by) {
        return finished(persona, TransitionKind.COMPLETE, by.at(), by);
    }

    private Journey finished(String persona, TransitionKind kind, long at, @Nullable Touch by) {
        long dwell = at - current().begin();
        List<Visit> all = new ArrayList<>(visits);
        all.set(all.size() - 1, current().ended(new Visit.End(kind, Transition.NO_STAGE, dwell, touches)));
        List<Transition> moves = new ArrayList<>(transitions);
        moves.add(new Transition(
                ordinal,
                kind,
                stage(),
                Transition.NO_STAGE,
                false,
                at,
                dwell,
                touches,
                by == null ? null : by.touchpoint(),
                by == null ? null : by.channel(),
                value));
        return new Journey(label(persona), reach(), all, moves);
    }

    private Journey.Label label(String persona) {
        return new Journey.Label(number, start, entryChannel, persona);
    }

    private Journey.Reach reach() {
        return new Journey.Reach(firstStage, visited, value);
    }

    OpenJourney keep() {
        List<Visit> unsettled = new ArrayList<>(visits.size());
        for (int i = 0; i < visits.size(); i++) {
            if (i == visits.size() - 1 || !visits.get(i).isSettled(lastAt, rules.conversionWindow())) {
                unsettled.add(visits.get(i));
            }
        }
        return new OpenJourney(
                number, start, entryChannel, firstStage, visited, ordinal, touches, value, lastAt, unsettled);
    }
}
