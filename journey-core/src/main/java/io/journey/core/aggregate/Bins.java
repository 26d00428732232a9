package io.journey.core.aggregate;

import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A distribution of numbers from 0 up, kept as counts of log-linear bins.
 *
 * <p>Sixty-four bins an octave: numbers below 64 are exact, others come back within 1/128 of themselves. Bins add and
 * subtract, so a correction takes out exactly what was put in; integer arithmetic only, so every machine agrees.
 */
public final class Bins {

    private static final int PER_OCTAVE_BITS = 6;
    private static final int PER_OCTAVE = 1 << PER_OCTAVE_BITS;

    private static final int[] NO_BINS = {};
    private static final long[] NO_COUNTS = {};
    private static final int FEWEST = 4;

    private int[] bins;
    private long[] counts;
    private int size;

    public Bins() {
        // Most distributions of most cells stay empty.
        this(NO_BINS, NO_COUNTS, 0);
    }

    private Bins(int[] bins, long[] counts, int size) {
        this.bins = bins;
        this.counts = counts;
        this.size = size;
    }

    /**
     * Counts a number {@code times} more; fewer when {@code times} is negative.
     *
     * @param number 0 or more
     */
    public void add(long number, long times) {
        addToBin(binOf(number), times);
    }

    /** Adds {@code times} to a bin by its number, as when reading a stored distribution. */
    public void addToBin(int bin, long times) {
        int at = size > 0 && bins[size - 1] < bin ? -size - 1 : Arrays.binarySearch(bins, 0, size, bin);
        if (at >= 0) {
            counts[at] += times;
            if (counts[at] == 0) {
                remove(at);
            }
        } else if (times != 0) {
            insert(-at - 1, bin, times);
        }
    }

    private void remove(int at) {
        size--;
        System.arraycopy(bins, at + 1, bins, at, size - at);
        System.arraycopy(counts, at + 1, counts, at, size - at);
    }

    private void insert(int at, int bin, long times) {
        if (size == bins.length) {
            int room = Math.max(FEWEST, size * 2);
            bins = Arrays.copyOf(bins, room);
            counts = Arrays.copyOf(counts, room);
        }
        System.arraycopy(bins, at, bins, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        bins[at] = bin;
        counts[at] = times;
        size++;
    }

    /** Adds every count of another distribution; its negative counts subtract. */
    public void addAll(Bins other) {
        for (int i = 0; i < other.size; i++) {
            addToBin(other.bins[i], other.counts[i]);
        }
    }

    /** Numbers counted. */
    public long total() {
        long total = 0;
        for (int i = 0; i < size; i++) {
            total += counts[i];
        }
        return total;
    }

    /** Whether nothing is counted, neither more nor less. */
    public boolean isEmpty() {
        return size == 0;
    }

    /**
     * The number at nearest rank.
     *
     * @param percent above 0, at most 100
     * @return within 1/128 of the exact one; empty when nothing is counted
     */
    public OptionalLong percentile(int percent) {
        long total = total();
        if (total <= 0) {
            return OptionalLong.empty();
        }
        long rank = (total * percent + 99) / 100;
        long seen = 0;
        for (int i = 0; i < size; i++) {
            seen += counts[i];
            if (seen >= rank) {
                return OptionalLong.of(middle(bins[i]));
            }
        }
        throw new IllegalStateException("rank " + rank + " beyond " + this);
    }

    /** Occupied bins, in order; for storing. */
    public int size() {
        return size;
    }

    /** Number of the i-th occupied bin. */
    public int bin(int i) {
        return bins[i];
    }

    /** Count of the i-th occupied bin, never 0. */
    public long count(int i) {
        return counts[i];
    }

    static int binOf(long number) {
        if (number < 0) {
            throw new IllegalArgumentException("negative number " + number);
        }
        if (number < PER_OCTAVE) {
            return (int) number;
        }
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(number) - PER_OCTAVE_BITS;
        return (octave + 1) * PER_OCTAVE + (int) (number >>> octave) - PER_OCTAVE;
    }

    private static long middle(int bin) {
        if (bin < PER_OCTAVE) {
            return bin;
        }
        int octave = bin / PER_OCTAVE - 1;
        long low = (long) (bin % PER_OCTAVE + PER_OCTAVE) << octave;
        return low + ((1L << octave) >> 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bins that
                && Arrays.equals(bins, 0, size, that.bins, 0, that.size)
                && Arrays.equals(counts, 0, size, that.counts, 0, that.size);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * (31 * hash + bins[i]) + Long.hashCode(counts[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("bins");
        for (int i = 0; i < size; i++) {
            text.append(' ').append(middle(bins[i])).append('×').append(counts[i]);
        }
        return text.toString();
    }
}
