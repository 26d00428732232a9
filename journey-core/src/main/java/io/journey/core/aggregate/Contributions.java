package io.journey.core.aggregate;

import io.journey.core.definition.Definition;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Stage;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.Transition;
import io.journey.core.journey.Visit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says which cells a journey and its visits count in, and adds them there. */
public final class Contributions implements Difference.Contributions {

    private final Tallies tallies;
    private final Windows windows;
    private final List<Segment> segments;
    private final Map<Origin, Breakdown[]> breakdowns = new HashMap<>();
    private final int[] ordered;
    private final int stages;
    private final int conversionStage;
    /** What was looked up last: one change of one journey asks for the same again and again. */
    private Origin origin = new Origin("", "");

    private Breakdown[] ofOrigin = {};
    private long at = Long.MIN_VALUE;
    private Cell.Window[] ofInstant = {};

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
        for (Breakdown segment : segments(journey)) {
            for (Cell.Window window : windows(journey.start())) {
                Tally funnel = tallies.at(new Cell.Funnel(window, segment, ordered.length));
                funnel.add(Cell.Funnel.JOURNEYS, sign);
                if ((reach.visited() >>> conversionStage & 1) != 0) {
                    funnel.add(Cell.Funnel.CONVERTED, sign);
                }
                for (int step = 0; step < steps; step++) {
                    funnel.add(Cell.Funnel.reached(step), sign);
                }
                funnel.addAmount(sign > 0 ? reach.value() : reach.value().negate());
                tallies.at(new Cell.Flow(window, segment, Cell.Flow.OUTSIDE, reach.firstStage()))
                        .add(Cell.Flow.TRANSITIONS, sign);
            }
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
        for (Breakdown segment : segments(journey)) {
            for (Cell.Window window : windows(visit.begin())) {
                tallies.at(new Cell.Outcome(window, segment, visit.stage())).add(Cell.Outcome.VISITS, sign);
                tallies.at(new Cell.Conversion(window, segment, visit.stage(), stages))
                        .add(Cell.Conversion.ENTERED, sign);
            }
        }
    }

    @Override
    public void converted(Journey.Label journey, Visit visit, int to, int sign) {
        for (Breakdown segment : segments(journey)) {
            for (Cell.Window window : windows(visit.begin())) {
                Tally cell = tallies.at(new Cell.Conversion(window, segment, visit.stage(), stages));
                cell.add(Cell.Conversion.converted(to), sign);
                cell.distribution(to).add(visit.timeTo(to), sign);
            }
        }
    }

    @Override
    public void open(Journey.Label journey, Visit visit, int sign) {
        for (Breakdown segment : segments(journey)) {
            tallies.at(new Cell.Occupancy(segment, visit.stage())).add(Cell.Occupancy.JOURNEYS, sign);
            for (Cell.Window window : windows(visit.begin())) {
                tallies.at(new Cell.Outcome(window, segment, visit.stage())).add(Cell.Outcome.OPEN, sign);
            }
        }
    }

    @Override
    public void ended(Journey.Label journey, Visit visit, Visit.End end, int sign) {
        int next = end.to() == Transition.NO_STAGE ? Cell.Flow.OUTSIDE : end.to();
        for (Breakdown segment : segments(journey)) {
            for (Cell.Window window : windows(visit.begin())) {
                Tally outcome = tallies.at(new Cell.Outcome(window, segment, visit.stage()));
                outcome.add(Cell.Outcome.ended(end.kind()), sign);
                outcome.distribution(Cell.Outcome.DWELL).add(end.dwell(), sign);
                outcome.distribution(Cell.Outcome.TOUCHES).add(end.touches(), sign);
                tallies.at(new Cell.Flow(window, segment, visit.stage(), next)).add(Cell.Flow.TRANSITIONS, sign);
            }
        }
    }

    /** The windows that hold an instant, one of each kind. */
    private Cell.Window[] windows(long instant) {
        if (instant != at || ofInstant.length == 0) {
            Cell.Window[] found = new Cell.Window[windows.kinds().size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = windows.of(windows.kinds().get(i), instant);
            }
            at = instant;
            ofInstant = found;
        }
        return ofInstant;
    }

    private Breakdown[] segments(Journey.Label journey) {
        if (!origin.is(journey) || ofOrigin.length == 0) {
            origin = new Origin(journey.persona(), journey.entryChannel());
            ofOrigin = breakdowns.computeIfAbsent(
                    origin,
                    found -> segments.stream()
                            .map(segment -> breakdown(segment, found))
                            .toArray(Breakdown[]::new));
        }
        return ofOrigin;
    }

    private static Breakdown breakdown(Segment segment, Origin origin) {
        return new Breakdown(
                segment.dimensions().contains(Segment.Dimension.PERSONA) ? origin.persona() : null,
                segment.dimensions().contains(Segment.Dimension.ENTRY_CHANNEL) ? origin.entryChannel() : null);
    }
}
