package io.journey.streams.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of one definition's events as they come in; for all tasks of the process. */
public final class InputMeters {

    /** Sources and channels are the producers' texts; pairs beyond so many share one. */
    private static final int MOST_PAIRS = 200;

    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final String journey;
    private final Map<String, Map<String, Counter>> received = new ConcurrentHashMap<>();
    private final AtomicInteger pairs = new AtomicInteger();
    private final Timer late;

    InputMeters(MeterRegistry registry, String journey) {
        this.registry = registry;
        this.journey = journey;
        this.late = Timer.builder(JourneyMeter.EVENTS_LATE.meterName())
                .description(JourneyMeter.EVENTS_LATE.meaning())
                .tags("journey", journey)
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofHours(1),
                        Duration.ofDays(1),
                        Duration.ofDays(7),
                        Duration.ofDays(30))
                .register(registry);
    }

    /** Counts an event that can be used. */
    public void received(String source, String channel) {
        received.computeIfAbsent(source, any -> new ConcurrentHashMap<>())
                .computeIfAbsent(channel, any -> counter(source, channel))
                .increment();
    }

    private Counter counter(String source, String channel) {
        boolean own = pairs.incrementAndGet() <= MOST_PAIRS;
        return Counter.builder(JourneyMeter.EVENTS_RECEIVED.meterName())
                .description(JourneyMeter.EVENTS_RECEIVED.meaning())
                .tags("journey", journey, "source", own ? source : OTHER, "channel", own ? channel : OTHER)
                .register(registry);
    }

    /** Counts an event that lies before others of its partition that came earlier. */
    public void late(long behindMs) {
        late.record(behindMs, TimeUnit.MILLISECONDS);
    }
}
