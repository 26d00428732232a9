package io.journey.bench.hot;

import io.journey.core.journey.Difference;
import io.journey.core.journey.Journey;
import io.journey.core.journey.Transition;
import io.journey.core.journey.Visit;
import org.openjdk.jmh.infra.Blackhole;

/** Takes what changes and does nothing with it; JMH's black hole keeps the compiler from leaving it out. */
record Consumed(Blackhole blackhole) implements Difference.Transitions, Difference.Contributions {

    @Override
    public void publish(Journey.Label journey, Transition transition) {
        blackhole.consume(transition);
    }

    @Override
    public void withdraw(int journeyNumber, int ordinal) {
        blackhole.consume(ordinal);
    }

    @Override
    public void journey(Journey.Label journey, Journey.Reach reach, int sign) {
        blackhole.consume(reach);
    }

    @Override
    public void entered(Journey.Label journey, Visit visit, int sign) {
        blackhole.consume(visit);
    }

    @Override
    public void converted(Journey.Label journey, Visit visit, int to, int sign) {
        blackhole.consume(to);
    }

    @Override
    public void open(Journey.Label journey, Visit visit, int sign) {
        blackhole.consume(visit);
    }

    @Override
    public void ended(Journey.Label journey, Visit visit, Visit.End end, int sign) {
        blackhole.consume(end);
    }
}
