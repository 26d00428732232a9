package io.journey.sink.consume;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How far the tables are behind one partition, in records and in time.
 *
 * <p>Time is measured from when an end of the partition was first seen: record timestamps are event times here, years
 * old in a replay, and say nothing about how long a record has waited.
 */
final class LagClock {

    private static final int MOST_SIGHTINGS = 600;

    private final Deque<Sighting> sightings = new ArrayDeque<>();
    private long end;
    private long stored;

    private record Sighting(long end, long nanos) {}

    void seen(long partitionEnd, long nowNanos) {
        end = partitionEnd;
        Sighting last = sightings.peekLast();
        boolean moved = last == null || partitionEnd > last.end();
        // Once full, the oldest sightings still tell the truth; newer ones only sharpen what comes after them.
        if (moved && partitionEnd > stored && sightings.size() < MOST_SIGHTINGS) {
            sightings.addLast(new Sighting(partitionEnd, nowNanos));
        }
    }

    void stored(long next) {
        stored = next;
        while (!sightings.isEmpty() && sightings.getFirst().end() <= next) {
            sightings.removeFirst();
        }
    }

    long records() {
        return Math.max(0, end - stored);
    }

    Duration behind(long nowNanos) {
        Sighting oldest = sightings.peekFirst();
        return oldest == null ? Duration.ZERO : Duration.ofNanos(nowNanos - oldest.nanos());
    }
}
