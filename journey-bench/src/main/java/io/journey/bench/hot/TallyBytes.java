package io.journey.bench.hot;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.streams.codec.CellCodec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The sum of one cell, of the shape of stage outcomes: as it travels, of few visits, and as it is kept, of many. */
@State(Scope.Thread)
public class TallyBytes {

    @Param({"4", "1000"})
    public int visits;

    private final Tally tally = new Tally(8, 2);
    private byte[] bytes = {};

    @Setup
    public void sum() {
        long[] times = Sample.load().times();
        for (int i = 0; i < visits; i++) {
            tally.add(Cell.Outcome.VISITS, 1);
            tally.distribution(Cell.Outcome.DWELL).add(times[i * times.length / visits], 1);
            tally.distribution(Cell.Outcome.TOUCHES).add(i % 20, 1);
        }
        bytes = CellCodec.tally(tally);
    }

    @Benchmark
    public byte[] write() {
        return CellCodec.tally(tally);
    }

    @Benchmark
    public Tally read() {
        return CellCodec.tally(bytes);
    }
}
