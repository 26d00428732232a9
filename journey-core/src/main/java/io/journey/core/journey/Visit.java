package io.journey.core.journey;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An uninterrupted stay of a journey in a stage.
 *
 * <p>Immutable; a class and not a record because of the array of first arrivals.
 */
public final class Visit {

    /** The journey has not moved into that stage since the visit began. */
    static final long NOT_YET = -1;
    /** It first did so too late to count as a conversion. */
    static final long TOO_LATE = -2;

    private final int index;
    private final int stage;
    private final long begin;
    private final long[] conversions;
    private final @Nullable End end;

    /**
     * How a visit ended.
     *
     * @param kind of the transition that ended it
     * @param to stage entered; {@link Transition#NO_STAGE} when the journey ended
     * @param dwell milliseconds from begin to end
     * @param touches touches of the visit
     */
    public record End(TransitionKind kind, int to, long dwell, int touches) {}

    /**
     * @param index position among the journey's visits, from 0
     * @param stage index of the stage
     * @param begin milliseconds since the epoch
     * @param conversions per stage, milliseconds from begin to the first later transition into it, or a marker
     * @param end null while the visit is open
     */
    Visit(int index, int stage, long begin, long[] conversions, @Nullable End end) {
        this.index = index;
        this.stage = stage;
        this.begin = begin;
        this.conversions = conversions;
        this.end = end;
    }

    /** A visit read back from its stored form; see {@link #storedConversions}. */
    public static Visit stored(int index, int stage, long begin, long[] conversions) {
        return new Visit(index, stage, begin, conversions, null);
    }

    /** For storing an unfinished journey: per stage a duration, -1 for not yet, -2 for too late. A copy. */
    public long[] storedConversions() {
        return conversions.clone();
    }

    static Visit begun(int index, int stage, long at, int stages) {
        long[] conversions = new long[stages];
        Arrays.fill(conversions, NOT_YET);
        return new Visit(index, stage, at, conversions, null);
    }

    public int index() {
        return index;
    }

    public int stage() {
        return stage;
    }

    public long begin() {
        return begin;
    }

    /** How the visit ended; null while it is open, or for a past visit of an unfinished journey that was read back. */
    public @Nullable End end() {
        return end;
    }

    /** Whether the journey moved on to {@code to} within the conversion window of this visit's begin. */
    public boolean convertedTo(int to) {
        return conversions[to] >= 0;
    }

    /** Milliseconds from the visit's begin to the first transition into {@code to}; only when converted. */
    public long timeTo(int to) {
        return conversions[to];
    }

    Visit ended(End how) {
        return new Visit(index, stage, begin, conversions, how);
    }

    /** The visit after the journey moved into {@code to}; itself when it had done so before. */
    Visit reached(int to, long at, long window) {
        if (conversions[to] != NOT_YET) {
            return this;
        }
        long[] next = conversions.clone();
        next[to] = at - begin <= window ? at - begin : TOO_LATE;
        return new Visit(index, stage, begin, next, end);
    }

    /** Whether no later transition can change what this visit counts for. */
    boolean isSettled(long at, long window) {
        if (at - begin > window) {
            return true;
        }
        for (int other = 0; other < conversions.length; other++) {
            if (other != stage && conversions[other] == NOT_YET) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Visit visit
                && index == visit.index
                && stage == visit.stage
                && begin == visit.begin
                && Arrays.equals(conversions, visit.conversions)
                && Objects.equals(end, visit.end);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(begin) * 31 + index;
    }

    @Override
    public String toString() {
        return "visit " + index + " to " + stage + " at " + begin + (end == null ? "" : " ended " + end);
    }
}
