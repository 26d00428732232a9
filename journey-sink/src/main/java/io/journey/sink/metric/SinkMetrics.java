package io.journey.sink.metric;

import io.journey.events.registry.RegistryCalls;
import io.journey.service.metrics.ProcessMeters;
import io.journey.sink.consume.SinkListener;
import io.journey.sink.consume.TopicReader;
import io.journey.sink.table.SinkTable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Registers the sink's meters and keeps them up to date. */
public final class SinkMetrics implements SinkListener, AutoCloseable {

    private final ProcessMeters process = new ProcessMeters();
    private final PrometheusMeterRegistry registry = process.registry();
    private final Counter fenced = Counter.builder(SinkMeter.FENCED.getName())
            .description(SinkMeter.FENCED.meaning())
            .register(registry);
    private final DistributionSummary batch = DistributionSummary.builder(SinkMeter.BATCH.getName())
            .description(SinkMeter.BATCH.meaning())
            .baseUnit(SinkMeter.BATCH.getBaseUnit())
            .register(registry);
    private final Timer flush = Timer.builder(SinkMeter.FLUSH.getName())
            .description(SinkMeter.FLUSH.meaning())
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);

    private final List<KafkaClientMetrics> clients = new ArrayList<>();

    /** Meters that ask the reader when they are scraped. */
    public void watch(TopicReader reader) {
        KafkaClientMetrics client = reader.clientMetrics();
        client.bindTo(registry);
        clients.add(client);
        gauge(SinkMeter.DATABASE_UP, () -> reader.databaseUp() ? 1 : 0);
        gauge(SinkMeter.STOPPED, reader::stoppedPartitions);
        registryCalls();
        for (SinkTable table : SinkTable.values()) {
            counter(table);
            gauge(SinkMeter.LAG_RECORDS, table, () -> reader.lag(table).records());
            gauge(SinkMeter.LAG, table, () -> reader.lag(table).behind().toMillis() / 1000.0);
        }
    }

    private void registryCalls() {
        for (RegistryCalls outcome : RegistryCalls.values()) {
            FunctionTimer.builder(
                            SinkMeter.REGISTRY_CALLS.getName(),
                            outcome,
                            RegistryCalls::count,
                            RegistryCalls::totalNanos,
                            TimeUnit.NANOSECONDS)
                    .description(SinkMeter.REGISTRY_CALLS.meaning())
                    .tag(SinkMeter.Tag.OUTCOME.asString(), outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    /** Counts open streams of notices. */
    public void watchClients(Supplier<Number> clients) {
        gauge(SinkMeter.SSE_CLIENTS, clients);
    }

    private void gauge(SinkMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.getName(), value).description(meter.meaning()).register(registry);
    }

    private void gauge(SinkMeter meter, SinkTable table, Supplier<Number> value) {
        Gauge.builder(meter.getName(), value)
                .description(meter.meaning())
                .baseUnit(meter.getBaseUnit())
                .tag(SinkMeter.Tag.TABLE.asString(), table.tableName())
                .register(registry);
    }

    private Counter counter(SinkTable table) {
        return Counter.builder(SinkMeter.RECORDS.getName())
                .description(SinkMeter.RECORDS.meaning())
                .tag(SinkMeter.Tag.TABLE.asString(), table.tableName())
                .register(registry);
    }

    @Override
    public void written(Map<SinkTable, Integer> rows, int records, Duration took) {
        rows.forEach((table, count) -> counter(table).increment(count));
        batch.record(records);
        flush.record(took);
    }

    @Override
    public void fenced() {
        fenced.increment();
    }

    /** All meters in Prometheus' text form. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        clients.forEach(KafkaClientMetrics::close);
        process.close();
    }
}
