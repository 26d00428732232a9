package io.journey.bench.hot;

import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.History;
import io.journey.core.journey.MemoryHistory;
import io.journey.core.journey.Touch;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A touch in the middle of a history of one journey, which is folded again. */
@State(Scope.Thread)
public class FoldLate {

    @Param({"10", "1000"})
    public int touches;

    private final Sample sample = Sample.load();
    private final Tallies tallies = new Tallies();
    private final Contributions contributions = new Contributions(sample.rules().definition(), tallies);
    private final History history = new MemoryHistory();
    private List<Touch> late = List.of();

    @Setup
    public void foldHistory(Blackhole blackhole) {
        List<Touch> inOrder = sample.history(touches);
        CustomerJourneys journeys = journeys(blackhole);
        inOrder.forEach(touch -> journeys.change(history, List.of(), List.of(touch), Long.MIN_VALUE));
        tallies.drain((cell, sum) -> blackhole.consume(sum));
        late = List.of(Sample.late(inOrder));
    }

    private CustomerJourneys journeys(Blackhole blackhole) {
        return new CustomerJourneys(sample.rules(), new Consumed(blackhole), contributions);
    }

    /** Two changes, the touch put in and taken out again: so the history is the same before each invocation. */
    @Benchmark
    @OperationsPerInvocation(2)
    public void touch(Blackhole blackhole) {
        CustomerJourneys journeys = journeys(blackhole);
        journeys.change(history, List.of(), late, Long.MIN_VALUE);
        journeys.change(history, late, List.of(), Long.MIN_VALUE);
        tallies.drain((cell, sum) -> blackhole.consume(sum));
    }
}
