package io.journey.core.aggregate;

import io.journey.core.definition.Definition;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Stage;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.Transition;
import io.journey.core.journey.Visit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says which cells a journey and its visits count in, and adds them there. */
public final class Contributions implements Difference.Contributions {

    /** Entry channels are the producers' texts; with more kin than this all are forgotten at the next drain. */
    private static final int MOST_KIN = 4096;

    private final Tallies tallies;
    private final Windows windows;
    private final List<Segment> segments;
    private final Map<Origin, Kin> kin = new HashMap<>();
    private final int[] ordered;
    private final int stages;
    private final int conversionStage;
    /** Whom the last journey was like: one change of one journey asks for the same again and again. */
    private @Nullable Kin last;

    private long drained;

    private record Origin(String persona, String entryChannel) {
        boolean is(Journey.Label journey) {
            return persona.equals(journey.persona()) && entryChannel.equals(journey.entryChannel());
        }
    }

    public Contributions(Definition definition, Tallies tallies) {
        this.tallies = tallies;
        this.windows = new Windows(definition.windows(), definition.zone());
        this.segments = definition.segments();
        this.stages = definition.stages().size();
        this.conversionStage = definition.conversion().stage();
        this.ordered = orderedStages(definition.stages());
    }

    /** Indices of the stages inside the order. */
    public static int[] orderedStages(List<Stage> stages) {
        return IntStream.range(0, stages.size())
                .filter(stage -> !stages.get(stage).exit())
                .toArray();
    }

    @Override
    public void journey(Journey.Label journey, Journey.Reach reach, int sign) {
        int steps = stepsReached(reach.visited());
        for (Group group : kin(journey).groups(journey.start())) {
            Tally funnel = group.funnel();
            funnel.add(Cell.Funnel.JOURNEYS, sign);
            if ((reach.visited() >>> conversionStage & 1) != 0) {
                funnel.add(Cell.Funnel.CONVERTED, sign);
            }
            for (int step = 0; step < steps; step++) {
                funnel.add(Cell.Funnel.reached(step), sign);
            }
            funnel.addAmount(sign > 0 ? reach.value() : reach.value().negate());
            group.flow(Cell.Flow.OUTSIDE, reach.firstStage()).add(Cell.Flow.TRANSITIONS, sign);
        }
    }

    private int stepsReached(long visited) {
        for (int step = ordered.length - 1; step >= 0; step--) {
            if ((visited >>> ordered[step] & 1) != 0) {
                return step + 1;
            }
        }
        return 0;
    }

    @Override
    public void entered(Journey.Label journey, Visit visit, int sign) {
        for (Group group : kin(journey).groups(visit.begin())) {
            group.outcome(visit.stage()).add(Cell.Outcome.VISITS, sign);
            group.conversion(visit.stage()).add(Cell.Conversion.ENTERED, sign);
        }
    }

    @Override
    public void converted(Journey.Label journey, Visit visit, int to, int sign) {
        for (Group group : kin(journey).groups(visit.begin())) {
            Tally cell = group.conversion(visit.stage());
            cell.add(Cell.Conversion.converted(to), sign);
            cell.distribution(to).add(visit.timeTo(to), sign);
        }
    }

    @Override
    public void open(Journey.Label journey, Visit visit, int sign) {
        Kin kin = kin(journey);
        for (Breakdown segment : kin.segments) {
            tallies.at(new Cell.Occupancy(segment, visit.stage())).add(Cell.Occupancy.JOURNEYS, sign);
        }
        for (Group group : kin.groups(visit.begin())) {
            group.outcome(visit.stage()).add(Cell.Outcome.OPEN, sign);
        }
    }

    @Override
    public void ended(Journey.Label journey, Visit visit, Visit.End end, int sign) {
        int next = end.to() == Transition.NO_STAGE ? Cell.Flow.OUTSIDE : end.to();
        for (Group group : kin(journey).groups(visit.begin())) {
            Tally outcome = group.outcome(visit.stage());
            outcome.add(Cell.Outcome.ended(end.kind()), sign);
            outcome.distribution(Cell.Outcome.DWELL).add(end.dwell(), sign);
            outcome.distribution(Cell.Outcome.TOUCHES).add(end.touches(), sign);
            group.flow(visit.stage(), next).add(Cell.Flow.TRANSITIONS, sign);
        }
    }

    private Kin kin(Journey.Label journey) {
        if (drained != tallies.drained()) {
            // The sums that were looked up have been handed over.
            drained = tallies.drained();
            if (kin.size() > MOST_KIN) {
                kin.clear();
                last = null;
            }
            kin.values().forEach(Kin::forget);
        }
        if (last == null || !last.origin.is(journey)) {
            last = kin.computeIfAbsent(new Origin(journey.persona(), journey.entryChannel()), Kin::new);
        }
        return last;
    }

    /** Journeys that count in the same segments. */
    private final class Kin {

        /** More than one change of one journey asks for, as a rule. */
        private static final int REMEMBERED = 8;

        private final Origin origin;
        private final Breakdown[] segments;
        private final Map<Cell.Window, Group[]> byWindow = new HashMap<>();
        private final long[] instants = new long[REMEMBERED];
        private final Group[][] ofInstants = new Group[REMEMBERED][];
        private int oldest;

        Kin(Origin origin) {
            this.origin = origin;
            this.segments = Contributions.this.segments.stream()
                    .map(segment -> breakdown(segment, origin))
                    .toArray(Breakdown[]::new);
        }

        private static Breakdown breakdown(Segment segment, Origin origin) {
            return new Breakdown(
                    segment.dimensions().contains(Segment.Dimension.PERSONA) ? origin.persona() : null,
                    segment.dimensions().contains(Segment.Dimension.ENTRY_CHANNEL) ? origin.entryChannel() : null);
        }

        void forget() {
            byWindow.clear();
            Arrays.fill(ofInstants, null);
        }

        /** Of every segment, in the windows that hold an instant, one of each kind. */
        Group[] groups(long instant) {
            for (int i = 0; i < REMEMBERED; i++) {
                Group[] known = ofInstants[i];
                if (known != null && instants[i] == instant) {
                    return known;
                }
            }
            Group[] found = windows.kinds().stream()
                    .map(kind -> byWindow.computeIfAbsent(windows.of(kind, instant), this::groups))
                    .flatMap(Arrays::stream)
                    .toArray(Group[]::new);
            instants[oldest] = instant;
            ofInstants[oldest] = found;
            oldest = (oldest + 1) % REMEMBERED;
            return found;
        }

        private Group[] groups(Cell.Window window) {
            return Arrays.stream(segments)
                    .map(segment -> new Group(window, segment))
                    .toArray(Group[]::new);
        }
    }

    /** The sums of one window and segment, each looked up once until they are handed over. */
    private final class Group {

        private final Cell.Window window;
        private final Breakdown segment;
        private final @Nullable Tally[] outcomes = new Tally[stages];
        private final @Nullable Tally[] conversions = new Tally[stages];
        private final @Nullable Tally[] @Nullable [] flows = new Tally[stages + 1][];
        private @Nullable Tally funnel;

        Group(Cell.Window window, Breakdown segment) {
            this.window = window;
            this.segment = segment;
        }

        Tally funnel() {
            if (funnel == null) {
                funnel = tallies.at(new Cell.Funnel(window, segment, ordered.length));
            }
            return funnel;
        }

        Tally outcome(int stage) {
            Tally known = outcomes[stage];
            if (known == null) {
                known = tallies.at(new Cell.Outcome(window, segment, stage));
                outcomes[stage] = known;
            }
            return known;
        }

        Tally conversion(int from) {
            Tally known = conversions[from];
            if (known == null) {
                known = tallies.at(new Cell.Conversion(window, segment, from, stages));
                conversions[from] = known;
            }
            return known;
        }

        Tally flow(int from, int to) {
            // Outside, −1, comes first.
            Tally[] leaving = flows[from + 1];
            if (leaving == null) {
                leaving = new Tally[stages + 1];
                flows[from + 1] = leaving;
            }
            Tally known = leaving[to + 1];
            if (known == null) {
                known = tallies.at(new Cell.Flow(window, segment, from, to));
                leaving[to + 1] = known;
            }
            return known;
        }
    }
}
