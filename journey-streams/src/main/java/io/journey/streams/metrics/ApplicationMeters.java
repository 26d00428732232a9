package io.journey.streams.metrics;

import io.journey.events.registry.RegistryCalls;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What is shown of the application as a whole. */
public final class ApplicationMeters {

    private ApplicationMeters() {}

    /**
     * @param remaining records left to restore
     * @param running 1 while all definitions are processed, else 0
     */
    public static void register(MeterRegistry registry, Supplier<Number> remaining, Supplier<Number> running) {
        gauge(registry, JourneyMeter.RESTORE_REMAINING, remaining);
        gauge(registry, JourneyMeter.RUNNING, running);
        for (RegistryCalls outcome : RegistryCalls.values()) {
            FunctionTimer.builder(
                            JourneyMeter.REGISTRY_CALLS.meterName(),
                            outcome,
                            RegistryCalls::count,
                            RegistryCalls::totalNanos,
                            TimeUnit.NANOSECONDS)
                    .description(JourneyMeter.REGISTRY_CALLS.meaning())
                    .tags("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private static void gauge(MeterRegistry registry, JourneyMeter meter, Supplier<Number> value) {
        Gauge.builder(meter.meterName(), value).description(meter.meaning()).register(registry);
    }
}
