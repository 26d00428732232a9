package io.journey.streams.metrics;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.identity.LadderObserver;
import io.journey.events.reject.RejectReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

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

    /** What is counted of a definition's events as they come in. */
    public InputMeters inputs(String journey) {
        return new InputMeters(registry, journey);
    }

    /** What is counted of a definition's results. */
    public ResultMeters results(String journey) {
        return new ResultMeters(registry, journey);
    }

    /** Measures how long a task's results take. */
    public Latency latency(String journey) {
        return new Latency(registry, journey);
    }

    /** Shows how far behind the wall clock a definition's watermark is. */
    public WatermarkLag watermarkLag(String journey) {
        return new WatermarkLag(registry, journey);
    }

    /** Registers the counters of rejections, so that they begin at zero and not with the first one. */
    public void expectRejections(String journey) {
        for (RejectReason reason : RejectReason.values()) {
            rejections(journey, reason);
        }
    }

    /** Counts a record rejected by this process. */
    public void rejected(String journey, RejectReason reason) {
        rejections(journey, reason).increment();
    }

    private Counter rejections(String journey, RejectReason reason) {
        return rejected.computeIfAbsent(
                journey + reason,
                any -> Counter.builder(JourneyMeter.RECORDS_REJECTED.meterName())
                        .description(JourneyMeter.RECORDS_REJECTED.meaning())
                        .tags("journey", journey, "reason", reason.name())
                        .register(registry));
    }

    /** Counts aliases that were refused; a negative number, of aliases that no longer are, is not counted. */
    public void circlesRefused(String journey, int more) {
        if (more > 0) {
            counter(JourneyMeter.IDENTITY_CIRCLES, journey).increment(more);
        }
    }

    /**
     * Counts what a ladder does.
     *
     * @param sinceCause milliseconds since the record that the current message comes from
     */
    public LadderObserver ladder(String journey, LongSupplier sinceCause) {
        // Begins at zero and not with the first one.
        counter(JourneyMeter.IDENTITY_CIRCLES, journey);
        Counter claims = counter(JourneyMeter.IDENTITY_CLAIMS, journey);
        Counter reattributed = counter(JourneyMeter.IDENTITY_REATTRIBUTED, journey);
        DistributionSummary steps = DistributionSummary.builder(JourneyMeter.IDENTITY_STEPS.meterName())
                .description(JourneyMeter.IDENTITY_STEPS.meaning())
                .tags("journey", journey)
                .register(registry);
        Timer correction = Timer.builder(JourneyMeter.IDENTITY_CORRECTION.meterName())
                .description(JourneyMeter.IDENTITY_CORRECTION.meaning())
                .tags("journey", journey)
                .register(registry);
        return new LadderObserver() {
            @Override
            public void claimed() {
                claims.increment();
            }

            @Override
            public void reattributed(int touches) {
                reattributed.increment(touches);
            }

            @Override
            public void arrived(int touches, int climbed) {
                steps.record(climbed);
                correction.record(sinceCause.getAsLong(), TimeUnit.MILLISECONDS);
            }
        };
    }

    private Counter counter(JourneyMeter meter, String journey) {
        return Counter.builder(meter.meterName())
                .description(meter.meaning())
                .tags("journey", journey)
                .register(registry);
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
