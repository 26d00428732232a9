package io.journey.sink.consume;

import java.time.Duration;

/** When to try again after failures: soon at first, then ever less often. */
final class Retry {

    private static final Duration FIRST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Duration next = FIRST;
    private long dueNanos = System.nanoTime();

    void failed() {
        dueNanos = System.nanoTime() + next.toNanos();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    }

    void succeeded() {
        next = FIRST;
    }

    Duration untilDue() {
        long nanos = dueNanos - System.nanoTime();
        return nanos > 0 ? Duration.ofNanos(nanos) : Duration.ZERO;
    }
}
