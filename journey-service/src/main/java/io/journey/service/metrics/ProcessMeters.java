package io.journey.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Set;

/** The registry of a process, with what every JVM is watched by. */
public final class ProcessMeters implements AutoCloseable {

    private static final String STORES = "kafka.stream.state.";

    /** Of some forty per store and partition, those that say how much there is. */
    private static final Set<String> SHOWN_OF_STORES = Set.of(
            STORES + "total.sst.files.size",
            STORES + "estimate.num.keys",
            STORES + "cur.size.all.mem.tables",
            STORES + "block.cache.usage");

    /** Micrometer's names for them are none that Prometheus admits; the same is told by others. */
    private static final Set<String> MISNAMED = Set.of("process.cpu.time", "system.cpu.count");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public ProcessMeters() {
        registry.config().meterFilter(new WithoutDetail());
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where everything else registers its meters. */
    public PrometheusMeterRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private static final class WithoutDetail implements MeterFilter {

        @Override
        public MeterFilterReply accept(Meter.Id id) {
            String name = id.getName();
            boolean detail = name.startsWith(STORES) && !SHOWN_OF_STORES.contains(name);
            return detail || MISNAMED.contains(name) ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
        }
    }
}
