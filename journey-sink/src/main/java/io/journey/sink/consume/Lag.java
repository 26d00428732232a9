package io.journey.sink.consume;

import java.time.Duration;

/**
 * How far a table is behind its topic.
 *
 * @param records records that are readable and not in the table
 * @param behind for how long the oldest of them has been waiting
 */
public record Lag(long records, Duration behind) {

    static final Lag NONE = new Lag(0, Duration.ZERO);

    /** Records add up over partitions; the longest wait counts. */
    Lag plus(Lag other) {
        return new Lag(records + other.records, behind.compareTo(other.behind) > 0 ? behind : other.behind);
    }
}
