package io.journey.bench.hot;

import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.History;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.MemoryHistory;
import io.journey.core.journey.Touch;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A touch at the end of its customer's history: fold, difference and contributions, as the real events mix them. */
@State(Scope.Thread)
public class FoldInOrder {

    private final Sample sample = Sample.load();
    private final JourneyRules rules = sample.rules();
    private final List<List<Touch>> histories = sample.histories();
    private final Tallies tallies = new Tallies();
    private final Contributions contributions = new Contributions(rules.definition(), tallies);

    /** Every customer from nothing; sums are handed over at the end, as a commit does. */
    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public void touch(Blackhole blackhole) {
        CustomerJourneys journeys = new CustomerJourneys(rules, new Consumed(blackhole), contributions);
        for (List<Touch> touches : histories) {
            History history = new MemoryHistory();
            for (Touch touch : touches) {
                journeys.change(history, List.of(), List.of(touch), Long.MIN_VALUE);
            }
            blackhole.consume(history.standing());
        }
        tallies.drain((cell, sum) -> blackhole.consume(sum));
    }
}
