package io.journey.bench;

import java.time.Duration;

/**
 * Measures a workload from the end of its first quarter, when joining the group and most of the compiling are over, to
 * its end.
 */
final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Meter meter;
    private final String name;
    private final int round;
    private final long events;

    Watch(Meter meter, String name, int round, long events) {
        this.meter = meter;
        this.name = name;
        this.round = round;
        this.events = events;
    }

    Measurement measure(Workload workload) throws InterruptedException {
        workload.start();
        long counted = until(workload, events - events / 4);
        Meter.Reading began = meter.read();
        until(workload, 0);
        Meter.Reading ended = meter.read();
        return new Measurement(
                name,
                round,
                counted,
                (ended.nanos() - began.nanos()) / 1e9,
                ended.cpu() - began.cpu(),
                ended.compiler() - began.compiler(),
                ended.broker() - began.broker(),
                ended.bytes() - began.bytes(),
                0,
                0);
    }

    private static long until(Workload workload, long behind) throws InterruptedException {
        long now = workload.behind();
        while (now > behind) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            now = workload.behind();
        }
        return now;
    }
}
