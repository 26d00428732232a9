package io.journey.streams.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Measures, for one task, the time from the append of an event to the commit that makes its results readable. */
public final class Latency {

    /** Of one commit; far more than come between two of them when nothing is behind. */
    private static final int MOST = 65_536;

    private final Timer timer;
    private long[] appended = new long[1_024];
    private int count;

    Latency(MeterRegistry registry, String journey) {
        this.timer = Timer.builder(JourneyMeter.EVENTS_LATENCY.meterName())
                .description(JourneyMeter.EVENTS_LATENCY.meaning())
                .tags("journey", journey)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(10))
                .maximumExpectedValue(Duration.ofMinutes(5))
                .register(registry);
    }

    /** Notes an event. */
    public void processed(long appendedAt) {
        if (count == MOST) {
            return;
        }
        if (count == appended.length) {
            appended = Arrays.copyOf(appended, 2 * count);
        }
        appended[count++] = appendedAt;
    }

    /** The results of all that was noted are about to be committed. */
    public void committing(long now) {
        for (int i = 0; i < count; i++) {
            timer.record(Math.max(0, now - appended[i]), TimeUnit.MILLISECONDS);
        }
        count = 0;
    }

    /** What was noted is not committed: it will come again. */
    public void aborted() {
        count = 0;
    }
}
