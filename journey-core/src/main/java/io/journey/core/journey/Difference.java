package io.journey.core.journey;

import java.util.List;
import java.util.Objects;

/**
 * What changes when a customer's journeys change: the transitions to publish and withdraw, and the contributions to
 * take away and add.
 */
public final class Difference {

    /** Receives the changes of transitions, each key at most once. */
    public interface Transitions {

        /** This row is new. */
        void publish(Journey.Label journey, Transition transition);

        /** This row is another than before. */
        default void correct(Journey.Label journey, Transition transition) {
            publish(journey, transition);
        }

        /** This row ceased to exist. */
        void withdraw(int journeyNumber, int ordinal);
    }

    /** Receives the changes of contributions; an addition may take back what was added before. */
    public interface Contributions {

        /** The journey as a whole counts once more ({@code sign} 1) or no more (−1). */
        void journey(Journey.Label journey, Journey.Reach reach, int sign);

        /** A visit began, whatever becomes of it. */
        void entered(Journey.Label journey, Visit visit, int sign);

        /** The visit moved on to a stage within the conversion window. */
        void converted(Journey.Label journey, Visit visit, int to, int sign);

        /** The visit is the one its journey is in. */
        void open(Journey.Label journey, Visit visit, int sign);

        /** The visit ended. */
        void ended(Journey.Label journey, Visit visit, Visit.End end, int sign);
    }

    private final int stages;

    public Difference(JourneyRules rules) {
        this.stages = rules.stages();
    }

    /**
     * Whether two views of one customer, both derived from a snapshot in the midst of a journey, can be compared: what
     * came before that snapshot must be labelled alike in both.
     */
    public static boolean isLocal(List<Journey> before, List<Journey> after) {
        return before.isEmpty()
                || (!after.isEmpty()
                        && before.get(0).label().equals(after.get(0).label()));
    }

    /**
     * Compares two lists of one customer's journeys; both in order, numbered without gaps, and derived from the same
     * snapshot.
     */
    public void between(
            List<Journey> before, List<Journey> after, Transitions transitions, Contributions contributions) {
        int b = 0;
        int a = 0;
        while (b < before.size() || a < after.size()) {
            if (a == after.size()
                    || (b < before.size()
                            && before.get(b).number() < after.get(a).number())) {
                Journey gone = before.get(b++);
                gone.transitions().forEach(row -> transitions.withdraw(gone.number(), row.ordinal()));
                whole(gone, -1, contributions);
            } else if (b == before.size()
                    || after.get(a).number() < before.get(b).number()) {
                Journey come = after.get(a++);
                come.transitions().forEach(row -> transitions.publish(come.label(), row));
                whole(come, 1, contributions);
            } else {
                changed(before.get(b++), after.get(a++), transitions, contributions);
            }
        }
    }

    private void changed(Journey before, Journey after, Transitions transitions, Contributions contributions) {
        boolean sameLabel = before.label().equals(after.label());
        rows(before, after, sameLabel, transitions);
        if (!sameLabel) {
            whole(before, -1, contributions);
            whole(after, 1, contributions);
            return;
        }
        if (!before.reach().sameAs(after.reach())) {
            contributions.journey(before.label(), before.reach(), -1);
            contributions.journey(after.label(), after.reach(), 1);
        }
        visits(before, after, contributions);
    }

    private static void rows(Journey before, Journey after, boolean sameLabel, Transitions out) {
        List<Transition> old = before.transitions();
        List<Transition> now = after.transitions();
        int o = 0;
        for (Transition row : now) {
            while (o < old.size() && old.get(o).ordinal() < row.ordinal()) {
                out.withdraw(before.number(), old.get(o++).ordinal());
            }
            boolean known = o < old.size() && old.get(o).ordinal() == row.ordinal();
            if (!known) {
                out.publish(after.label(), row);
            } else if (!sameLabel || !old.get(o).sameAs(row)) {
                out.correct(after.label(), row);
            }
            o += known ? 1 : 0;
        }
        while (o < old.size()) {
            out.withdraw(before.number(), old.get(o++).ordinal());
        }
    }

    private void visits(Journey before, Journey after, Contributions out) {
        List<Visit> old = before.visits();
        List<Visit> now = after.visits();
        int common = Math.min(old.size(), now.size());
        for (int i = 0; i < common; i++) {
            Visit was = old.get(i);
            Visit is = now.get(i);
            if (was.equals(is)) {
                continue;
            }
            if (was.stage() == is.stage() && was.begin() == is.begin()) {
                conversions(before.label(), was, is, out);
                state(before, was, after, is, out);
            } else {
                visit(before, was, -1, out);
                visit(after, is, 1, out);
            }
        }
        for (int i = common; i < old.size(); i++) {
            visit(before, old.get(i), -1, out);
        }
        for (int i = common; i < now.size(); i++) {
            visit(after, now.get(i), 1, out);
        }
    }

    private void conversions(Journey.Label label, Visit was, Visit is, Contributions out) {
        for (int to = 0; to < stages; to++) {
            boolean did = was.convertedTo(to);
            boolean does = is.convertedTo(to);
            if (to == was.stage() || (did == does && (!did || was.timeTo(to) == is.timeTo(to)))) {
                continue;
            }
            if (did) {
                out.converted(label, was, to, -1);
            }
            if (does) {
                out.converted(label, is, to, 1);
            }
        }
    }

    /** Whether the visit goes on, or how it ended. */
    private static void state(Journey before, Visit was, Journey after, Visit is, Contributions out) {
        if (!Objects.equals(was.end(), is.end())) {
            state(before, was, -1, out);
            state(after, is, 1, out);
        }
    }

    private static void state(Journey journey, Visit visit, int sign, Contributions out) {
        Visit.End end = visit.end();
        if (end != null) {
            out.ended(journey.label(), visit, end, sign);
        } else {
            out.open(journey.label(), visit, sign);
        }
    }

    private void whole(Journey journey, int sign, Contributions out) {
        out.journey(journey.label(), journey.reach(), sign);
        journey.visits().forEach(visit -> visit(journey, visit, sign, out));
    }

    private void visit(Journey journey, Visit visit, int sign, Contributions out) {
        out.entered(journey.label(), visit, sign);
        for (int to = 0; to < stages; to++) {
            if (to != visit.stage() && visit.convertedTo(to)) {
                out.converted(journey.label(), visit, to, sign);
            }
        }
        state(journey, visit, sign, out);
    }
}
