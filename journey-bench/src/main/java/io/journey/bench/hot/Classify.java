package io.journey.bench.hot;

import io.journey.core.event.Event;
import io.journey.core.journey.JourneyRules;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From an event to the touch that its customer's history keeps. */
@State(Scope.Thread)
public class Classify {

    private final Sample sample = Sample.load();
    private final JourneyRules rules = sample.rules();
    private final List<Event> events = sample.events();

    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public void event(Blackhole blackhole) {
        for (Event event : events) {
            blackhole.consume(rules.touch(event));
        }
    }
}
