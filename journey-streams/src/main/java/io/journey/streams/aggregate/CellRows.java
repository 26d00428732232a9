package io.journey.streams.aggregate;

import io.journey.core.aggregate.Bins;
import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.journey.TransitionKind;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Cells as published rows: one each, but for conversions, which have a row for every other stage, and funnels, which have
 * one for every stage of the order.
 */
public final class CellRows {

    static final String START = "START";
    static final String END = "END";

    private final Definition definition;
    private final int[] ordered;

    public CellRows(Definition definition) {
        this.definition = definition;
        this.ordered = Contributions.orderedStages(definition.stages());
    }

    /**
     * Hands over the rows that say what a cell counts.
     *
     * @param row given each key with its value, or null where there is nothing left to say
     */
    public void rows(Cell cell, Tally tally, BiConsumer<SpecificRecord, @Nullable SpecificRecord> row) {
        if (cell instanceof Cell.Conversion conversion) {
            for (int to = 0; to < conversion.stages(); to++) {
                if (to != conversion.from()) {
                    row.accept(key(conversion, to), value(conversion, tally, to));
                }
            }
        } else if (cell instanceof Cell.Outcome outcome) {
            row.accept(key(outcome), value(outcome, tally));
        } else if (cell instanceof Cell.Funnel funnel) {
            for (int step = 0; step < ordered.length; step++) {
                row.accept(key(funnel, step), value(funnel, tally, step));
            }
        } else if (cell instanceof Cell.Occupancy occupancy) {
            row.accept(key(occupancy), value(occupancy, tally));
        } else if (cell instanceof Cell.Flow flow) {
            row.accept(key(flow), value(flow, tally));
        } else if (cell instanceof Cell.Balance balance) {
            row.accept(new BalanceKey(definition.journey(), balance.source()), value(tally));
        }
    }

    private StageConversionKey key(Cell.Conversion cell, int to) {
        return new StageConversionKey(
                definition.journey(),
                cell.window().kind().label(),
                Instant.ofEpochMilli(cell.window().start()),
                SegmentLabel.of(cell.segment()),
                stage(cell.from()),
                stage(to));
    }

    private @Nullable StageConversion value(Cell.Conversion cell, Tally tally, int to) {
        if (tally.count(Cell.Conversion.ENTERED) == 0) {
            return null;
        }
        Bins time = tally.distribution(to);
        return new StageConversion(
                definition.version(),
                cell.segment().persona(),
                cell.segment().entryChannel(),
                tally.count(Cell.Conversion.ENTERED),
                tally.count(Cell.Conversion.converted(to)),
                percentile(time, 50),
                percentile(time, 90),
                percentile(time, 99));
    }

    private StageOutcomeKey key(Cell.Outcome cell) {
        return new StageOutcomeKey(
                definition.journey(),
                cell.window().kind().label(),
                Instant.ofEpochMilli(cell.window().start()),
                SegmentLabel.of(cell.segment()),
                stage(cell.stage()));
    }

    private @Nullable StageOutcome value(Cell.Outcome cell, Tally tally) {
        if (tally.count(Cell.Outcome.VISITS) == 0) {
            return null;
        }
        Bins dwell = tally.distribution(Cell.Outcome.DWELL);
        Bins touches = tally.distribution(Cell.Outcome.TOUCHES);
        return new StageOutcome(
                definition.version(),
                cell.segment().persona(),
                cell.segment().entryChannel(),
                tally.count(Cell.Outcome.VISITS),
                tally.count(Cell.Outcome.OPEN),
                tally.count(Cell.Outcome.ended(TransitionKind.ADVANCE)),
                tally.count(Cell.Outcome.ended(TransitionKind.SKIP)),
                tally.count(Cell.Outcome.ended(TransitionKind.REGRESS)),
                tally.count(Cell.Outcome.ended(TransitionKind.EXIT)),
                tally.count(Cell.Outcome.ended(TransitionKind.COMPLETE)),
                tally.count(Cell.Outcome.ended(TransitionKind.LAPSE)),
                percentile(dwell, 50),
                percentile(dwell, 90),
                percentile(dwell, 99),
                percentile(touches, 50),
                percentile(touches, 90),
                percentile(touches, 99));
    }

    private FunnelKey key(Cell.Funnel cell, int step) {
        return new FunnelKey(
                definition.journey(),
                cell.window().kind().label(),
                Instant.ofEpochMilli(cell.window().start()),
                SegmentLabel.of(cell.segment()),
                stage(ordered[step]));
    }

    private @Nullable Funnel value(Cell.Funnel cell, Tally tally, int step) {
        if (tally.count(Cell.Funnel.JOURNEYS) == 0) {
            return null;
        }
        return new Funnel(
                definition.version(),
                cell.segment().persona(),
                cell.segment().entryChannel(),
                step,
                tally.count(Cell.Funnel.JOURNEYS),
                tally.count(Cell.Funnel.reached(step)),
                tally.count(Cell.Funnel.CONVERTED),
                tally.amount().setScale(9));
    }

    private OccupancyKey key(Cell.Occupancy cell) {
        return new OccupancyKey(definition.journey(), SegmentLabel.of(cell.segment()), stage(cell.stage()));
    }

    private @Nullable Occupancy value(Cell.Occupancy cell, Tally tally) {
        long journeys = tally.count(Cell.Occupancy.JOURNEYS);
        return journeys == 0
                ? null
                : new Occupancy(
                        definition.version(),
                        cell.segment().persona(),
                        cell.segment().entryChannel(),
                        journeys);
    }

    private StageFlowKey key(Cell.Flow cell) {
        return new StageFlowKey(
                definition.journey(),
                cell.window().kind().label(),
                Instant.ofEpochMilli(cell.window().start()),
                SegmentLabel.of(cell.segment()),
                cell.from() == Cell.Flow.OUTSIDE ? START : stage(cell.from()),
                cell.to() == Cell.Flow.OUTSIDE ? END : stage(cell.to()));
    }

    private @Nullable StageFlow value(Cell.Flow cell, Tally tally) {
        long transitions = tally.count(Cell.Flow.TRANSITIONS);
        return transitions == 0
                ? null
                : new StageFlow(
                        definition.version(),
                        cell.segment().persona(),
                        cell.segment().entryChannel(),
                        transitions);
    }

    private Balance value(Tally tally) {
        return new Balance(
                definition.version(),
                tally.count(Cell.Balance.READ),
                tally.count(Cell.Balance.IN_JOURNEYS),
                tally.count(Cell.Balance.DUPLICATE),
                tally.count(Cell.Balance.REJECTED));
    }

    private String stage(int index) {
        return definition.stages().get(index).id();
    }

    private static @Nullable Long percentile(Bins bins, int percent) {
        var value = bins.percentile(percent);
        return value.isPresent() ? Long.valueOf(value.getAsLong()) : null;
    }
}
