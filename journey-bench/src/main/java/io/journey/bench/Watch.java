package io.journey.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Measures a workload from the end of its first quarter, when joining the group and most of the compiling are over, to
 * its end.
 */
final class Watch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final String name;
    private final int round;
    private final long events;

    Watch(String name, int round, long events) {
        this.name = name;
        this.round = round;
        this.events = events;
    }

    Measurement measure(Workload workload) throws InterruptedException {
        workload.start();
        long counted = until(workload, events - events / 4);
        long began = System.nanoTime();
        long cpuBegan = machine.getProcessCpuTime();
        until(workload, 0);
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpuSeconds = (machine.getProcessCpuTime() - cpuBegan) / 1e9;
        return new Measurement(name, round, counted, seconds, cpuSeconds);
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
