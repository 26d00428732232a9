package io.journey.streams.metrics;

import io.journey.core.journey.TransitionKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What is counted of one definition's results. */
public final class ResultMeters {

    private final Map<TransitionKind, Counter> transitions = new EnumMap<>(TransitionKind.class);
    private final Counter rewritten;
    private final Counter withdrawn;

    ResultMeters(MeterRegistry registry, String journey) {
        for (TransitionKind kind : TransitionKind.values()) {
            transitions.put(
                    kind,
                    Counter.builder(JourneyMeter.TRANSITIONS.meterName())
                            .description(JourneyMeter.TRANSITIONS.meaning())
                            .tags("journey", journey, "kind", kind.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        this.rewritten = correction(registry, journey, "rewritten");
        this.withdrawn = correction(registry, journey, "withdrawn");
    }

    private static Counter correction(MeterRegistry registry, String journey, String how) {
        return Counter.builder(JourneyMeter.CORRECTIONS.meterName())
                .description(JourneyMeter.CORRECTIONS.meaning())
                .tags("journey", journey, "how", how)
                .register(registry);
    }

    /** Counts a transition that is published for the first time. */
    public void published(TransitionKind kind) {
        Counter counter = transitions.get(kind);
        if (counter != null) {
            counter.increment();
        }
    }

    /** Counts a published transition that is another now. */
    public void rewritten() {
        rewritten.increment();
    }

    /** Counts a published transition that is none any more. */
    public void withdrawn() {
        withdrawn.increment();
    }
}
