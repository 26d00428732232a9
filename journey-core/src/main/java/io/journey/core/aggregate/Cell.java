package io.journey.core.aggregate;

import io.journey.core.definition.WindowKind;
import io.journey.core.journey.TransitionKind;

/**
 * Where something is counted: the key of an aggregate's row. Each kind of cell says how many counts and distributions
 * its {@link Tally} has and what they mean. Stages are indices of the definition.
 */
public sealed interface Cell {

    /** A tally of this cell that counts nothing. */
    Tally zero();

    /**
     * A window of the calendar.
     *
     * @param kind kind of window
     * @param start its first instant, milliseconds since the epoch
     */
    record Window(WindowKind kind, long start) {}

    /**
     * Visits to a stage and those that went on to each of the others: one cell, because each visit counts in all of its
     * rows at once. Counts follow {@link #converted}, distributions of milliseconds to convert are numbered as stages are.
     */
    record Conversion(Window window, Breakdown segment, int from, int stages) implements Cell {
        public static final int ENTERED = 0;

        /** Count of visits that went on to a stage. */
        public static int converted(int to) {
            return 1 + to;
        }

        @Override
        public Tally zero() {
            return new Tally(1 + stages, stages);
        }
    }

    /** Visits to a stage by how they ended. */
    record Outcome(Window window, Breakdown segment, int stage) implements Cell {
        public static final int VISITS = 0;
        public static final int OPEN = 1;
        /** Distribution of milliseconds from begin to end. */
        public static final int DWELL = 0;
        /** Distribution of touches. */
        public static final int TOUCHES = 1;

        /** Count of visits ended by a kind of transition. */
        public static int ended(TransitionKind kind) {
            return switch (kind) {
                case ADVANCE -> 2;
                case SKIP -> 3;
                case REGRESS -> 4;
                case EXIT -> 5;
                case COMPLETE -> 6;
                case LAPSE -> 7;
                case START -> throw new IllegalArgumentException("a START ends no visit");
            };
        }

        @Override
        public Tally zero() {
            return new Tally(8, 2);
        }
    }

    /** Journeys that started in a window, by how far they came; counts follow {@link #reached}. */
    record Funnel(Window window, Breakdown segment, int steps) implements Cell {
        public static final int JOURNEYS = 0;
        public static final int CONVERTED = 1;

        /** Count of journeys that reached the step-th ordered stage or a later one. */
        public static int reached(int step) {
            return 2 + step;
        }

        @Override
        public Tally zero() {
            return new Tally(2 + steps, 0);
        }
    }

    /** Journeys open in a stage now. */
    record Occupancy(Breakdown segment, int stage) implements Cell {
        public static final int JOURNEYS = 0;

        @Override
        public Tally zero() {
            return new Tally(1, 0);
        }
    }

    /** Transitions along an edge of the graph of stages; −1 stands for the start and the end. */
    record Flow(Window window, Breakdown segment, int from, int to) implements Cell {
        public static final int TRANSITIONS = 0;
        public static final int OUTSIDE = -1;

        @Override
        public Tally zero() {
            return new Tally(1, 0);
        }
    }

    /** What became of the records of a source. */
    record Balance(String source) implements Cell {
        public static final int READ = 0;
        public static final int IN_JOURNEYS = 1;
        public static final int DUPLICATE = 2;
        public static final int REJECTED = 3;

        @Override
        public Tally zero() {
            return new Tally(4, 0);
        }
    }
}
