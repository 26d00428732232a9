package io.journey.streams.metrics;

import io.journey.streams.clock.WatermarkPolicy;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;

/** How far behind the wall clock a watermark is; all tasks of the process tell the same one, so the last counts. */
public final class WatermarkLag {

    private static final double MILLIS = 1_000;

    private final AtomicLong watermark = new AtomicLong(WatermarkPolicy.UNKNOWN);

    WatermarkLag(MeterRegistry registry, String journey) {
        Gauge.builder(JourneyMeter.WATERMARK_LAG.meterName(), this, WatermarkLag::seconds)
                .description(JourneyMeter.WATERMARK_LAG.meaning())
                .tags("journey", journey)
                .baseUnit("seconds")
                .strongReference(true)
                .register(registry);
    }

    /** Milliseconds since the epoch, or {@link WatermarkPolicy#UNKNOWN}. */
    public void at(long now) {
        watermark.set(now);
    }

    private double seconds() {
        long at = watermark.get();
        return at == WatermarkPolicy.UNKNOWN ? Double.NaN : (System.currentTimeMillis() - at) / MILLIS;
    }
}
