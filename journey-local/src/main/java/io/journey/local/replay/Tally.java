package io.journey.local.replay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of the lines, while several threads read them. */
final class Tally {

    private final LongAdder bytes = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final Map<String, LongAdder> rejected = new ConcurrentHashMap<>();

    /** Bytes taken from the files. */
    LongAdder bytes() {
        return bytes;
    }

    void line() {
        lines.increment();
    }

    void sent() {
        sent.increment();
    }

    void rejected(String reason) {
        rejected.computeIfAbsent(reason, any -> new LongAdder()).increment();
    }

    long lines() {
        return lines.sum();
    }

    long sentEvents() {
        return sent.sum();
    }

    long rejectedLines() {
        return rejected.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<String, Long> rejectedByReason() {
        Map<String, Long> counts = new TreeMap<>();
        rejected.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }
}
