package io.journey.streams.metrics;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.events.reject.RejectReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the streams count, as meters. The numbers of events and open journeys are read off the sums that are published,
 * so they survive restarts and do not count an aborted transaction.
 */
public final class JourneyMeters {

    /** More sources than this share one tag value; the balance topic has them all. */
    private static final int MOST_SOURCES = 100;

    private static final String OTHER_SOURCES = "other";

    private final MeterRegistry registry;
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();
    private final Map<String, Counter> rejected = new ConcurrentHashMap<>();
    private final Map<String, Boolean> sources = new ConcurrentHashMap<>();

    public JourneyMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Counts a record rejected by this process. */
    public void rejected(String journey, RejectReason reason) {
        rejected.computeIfAbsent(
                        journey + reason,
                        any -> Counter.builder(JourneyMeter.RECORDS_REJECTED.meterName())
                                .description(JourneyMeter.RECORDS_REJECTED.meaning())
                                .tags("journey", journey, "reason", reason.name())
                                .register(registry))
                .increment();
    }

    /** Notes a new sum of a cell that a meter shows. */
    public void measure(Definition definition, Cell cell, Tally sum) {
        if (cell instanceof Cell.Balance balance) {
            String source = tag(balance.source());
            if (source.equals(OTHER_SOURCES)) {
                return;
            }
            events(definition, source, "read", sum.count(Cell.Balance.READ));
            events(definition, source, "in_journeys", sum.count(Cell.Balance.IN_JOURNEYS));
            events(definition, source, "duplicate", sum.count(Cell.Balance.DUPLICATE));
            events(definition, source, "rejected", sum.count(Cell.Balance.REJECTED));
        } else if (cell instanceof Cell.Occupancy occupancy
                && occupancy.segment().persona() == null
                && occupancy.segment().entryChannel() == null) {
            String stage = definition.stages().get(occupancy.stage()).id();
            gauge(
                    JourneyMeter.JOURNEYS_OPEN,
                    Tags.of("journey", definition.journey(), "stage", stage),
                    sum.count(Cell.Occupancy.JOURNEYS));
        }
    }

    private String tag(String source) {
        if (!sources.containsKey(source) && sources.size() >= MOST_SOURCES) {
            return OTHER_SOURCES;
        }
        sources.put(source, Boolean.TRUE);
        return source;
    }

    private void events(Definition definition, String source, String outcome, long count) {
        gauge(
                JourneyMeter.EVENTS,
                Tags.of("journey", definition.journey(), "source", source, "outcome", outcome),
                count);
    }

    private void gauge(JourneyMeter meter, Tags tags, long value) {
        gauges.computeIfAbsent(meter.meterName() + tags, any -> {
                    AtomicLong holder = new AtomicLong();
                    Gauge.builder(meter.meterName(), holder, AtomicLong::doubleValue)
                            .description(meter.meaning())
                            .tags(tags)
                            .register(registry);
                    return holder;
                })
                .set(value);
    }
}
