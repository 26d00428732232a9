package io.journey.streams.codec;

import io.journey.core.aggregate.Bins;
import io.journey.core.aggregate.Breakdown;
import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.WindowKind;

/** Cells and their tallies, as differences travel and as sums are kept. Equal cells give equal bytes. */
public final class CellCodec {

    private static final int CONVERSION = 1;
    private static final int OUTCOME = 2;
    private static final int FUNNEL = 3;
    private static final int OCCUPANCY = 4;
    private static final int FLOW = 5;
    private static final int BALANCE = 6;

    private CellCodec() {}

    public static byte[] cell(Cell cell) {
        ByteWriter writer = Layout.writer(48);
        if (cell instanceof Cell.Conversion conversion) {
            writer.octet(CONVERSION);
            window(writer, conversion.window());
            segment(writer, conversion.segment());
            writer.unsigned(conversion.from()).unsigned(conversion.stages());
        } else if (cell instanceof Cell.Outcome outcome) {
            writer.octet(OUTCOME);
            window(writer, outcome.window());
            segment(writer, outcome.segment());
            writer.unsigned(outcome.stage());
        } else if (cell instanceof Cell.Funnel funnel) {
            writer.octet(FUNNEL);
            window(writer, funnel.window());
            segment(writer, funnel.segment());
            writer.unsigned(funnel.steps());
        } else if (cell instanceof Cell.Occupancy occupancy) {
            writer.octet(OCCUPANCY);
            segment(writer, occupancy.segment());
            writer.unsigned(occupancy.stage());
        } else if (cell instanceof Cell.Flow flow) {
            writer.octet(FLOW);
            window(writer, flow.window());
            segment(writer, flow.segment());
            writer.number(flow.from()).number(flow.to());
        } else if (cell instanceof Cell.Balance balance) {
            writer.octet(BALANCE).text(balance.source());
        }
        return writer.toBytes();
    }

    public static Cell cell(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "cell");
        int kind = reader.octet();
        return switch (kind) {
            case CONVERSION -> new Cell.Conversion(window(reader), segment(reader), reader.count(), reader.count());
            case OUTCOME -> new Cell.Outcome(window(reader), segment(reader), reader.count());
            case FUNNEL -> new Cell.Funnel(window(reader), segment(reader), reader.count());
            case OCCUPANCY -> new Cell.Occupancy(segment(reader), reader.count());
            case FLOW -> new Cell.Flow(window(reader), segment(reader), (int) reader.number(), (int) reader.number());
            case BALANCE -> new Cell.Balance(reader.text());
            default -> throw new IllegalStateException("cell of unknown kind " + kind);
        };
    }

    private static void window(ByteWriter writer, Cell.Window window) {
        writer.text(window.kind().label()).number(window.start());
    }

    private static Cell.Window window(ByteReader reader) {
        String label = reader.text();
        for (WindowKind kind : WindowKind.values()) {
            if (kind.label().equals(label)) {
                return new Cell.Window(kind, reader.number());
            }
        }
        throw new IllegalStateException("window of unknown kind " + label);
    }

    private static void segment(ByteWriter writer, Breakdown segment) {
        writer.optionalText(segment.persona()).optionalText(segment.entryChannel());
    }

    private static Breakdown segment(ByteReader reader) {
        return new Breakdown(reader.optionalText(), reader.optionalText());
    }

    public static byte[] tally(Tally tally) {
        ByteWriter writer = Layout.writer(64).unsigned(tally.counts()).unsigned(tally.distributions());
        for (int i = 0; i < tally.counts(); i++) {
            writer.number(tally.count(i));
        }
        writer.decimal(tally.amount());
        for (int i = 0; i < tally.distributions(); i++) {
            bins(writer, tally.distribution(i));
        }
        return writer.toBytes();
    }

    private static void bins(ByteWriter writer, Bins bins) {
        writer.unsigned(bins.size());
        int before = 0;
        for (int i = 0; i < bins.size(); i++) {
            writer.unsigned(bins.bin(i) - before).number(bins.count(i));
            before = bins.bin(i);
        }
    }

    public static Tally tally(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "tally");
        Tally tally = new Tally(reader.count(), reader.count());
        for (int i = 0; i < tally.counts(); i++) {
            tally.add(i, reader.number());
        }
        tally.addAmount(reader.decimal());
        for (int i = 0; i < tally.distributions(); i++) {
            bins(reader, tally.distribution(i));
        }
        return tally;
    }

    private static void bins(ByteReader reader, Bins bins) {
        int size = reader.count();
        int bin = 0;
        for (int i = 0; i < size; i++) {
            bin += reader.count();
            bins.addToBin(bin, reader.number());
        }
    }
}
