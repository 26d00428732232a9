package io.journey.core.aggregate;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one cell counts: numbered counts, distributions and an amount. What each number means is said by the {@link
 * Cell}.
 *
 * <p>Tallies add, and every tally has an opposite, so sums do not depend on the order or grouping of what is summed.
 */
public final class Tally {

    private final long[] counts;
    private final Bins[] distributions;
    private BigDecimal amount;

    public Tally(int counts, int distributions) {
        this.counts = new long[counts];
        this.distributions = new Bins[distributions];
        Arrays.setAll(this.distributions, i -> new Bins());
        this.amount = BigDecimal.ZERO;
    }

    public int counts() {
        return counts.length;
    }

    public int distributions() {
        return distributions.length;
    }

    public long count(int index) {
        return counts[index];
    }

    public Bins distribution(int index) {
        return distributions[index];
    }

    public BigDecimal amount() {
        return amount;
    }

    public void add(int count, long times) {
        counts[count] += times;
    }

    public void addAmount(BigDecimal more) {
        if (more.signum() != 0) {
            amount = amount.add(more);
        }
    }

    /** Adds another tally of the same cell. */
    public void addAll(Tally other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        for (int i = 0; i < distributions.length; i++) {
            distributions[i].addAll(other.distributions[i]);
        }
        addAmount(other.amount);
    }

    /** Whether adding it would change nothing. */
    public boolean isZero() {
        for (long count : counts) {
            if (count != 0) {
                return false;
            }
        }
        for (Bins distribution : distributions) {
            if (!distribution.isEmpty()) {
                return false;
            }
        }
        return amount.signum() == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally that
                && Arrays.equals(counts, that.counts)
                && Arrays.equals(distributions, that.distributions)
                && amount.compareTo(that.amount) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Arrays.toString(counts) + Arrays.toString(distributions) + amount.toPlainString();
    }
}
