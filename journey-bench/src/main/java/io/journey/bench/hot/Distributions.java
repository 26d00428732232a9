package io.journey.bench.hot;

import io.journey.core.aggregate.Bins;
import java.util.OptionalLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Bins of real times: milliseconds from a customer's first touch to each. */
@State(Scope.Thread)
public class Distributions {

    private static final int FEW = 16;

    private final long[] times = Sample.load().times();
    private final Bins sum = bins(times, 0, 1);
    private final Bins difference = bins(times, Sample.EVENTS - FEW, 1);
    private final Bins opposite = bins(times, Sample.EVENTS - FEW, -1);

    private static Bins bins(long[] times, int from, int sign) {
        Bins bins = new Bins();
        for (int i = from; i < times.length; i++) {
            bins.add(times[i], sign);
        }
        return bins;
    }

    /** One of the numbers of a distribution that begins empty. */
    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public Bins add() {
        return bins(times, 0, 1);
    }

    /** A difference of a few numbers, added to a large sum and taken away again. */
    @Benchmark
    @OperationsPerInvocation(2)
    public Bins merge() {
        sum.addAll(difference);
        sum.addAll(opposite);
        return sum;
    }

    @Benchmark
    public OptionalLong percentile() {
        return sum.percentile(90);
    }
}
