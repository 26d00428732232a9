package io.journey.core.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sums of differences by cell, gathered until they are passed on. Not thread-safe. */
public final class Tallies {

    private final Map<Cell, Tally> sums = new HashMap<>();
    private long drained;

    /** The sum of a cell, to be added to. */
    public Tally at(Cell cell) {
        Tally sum = sums.get(cell);
        if (sum == null) {
            sum = cell.zero();
            sums.put(cell, sum);
        }
        return sum;
    }

    /** How often the sums were handed over; until the next time {@link #at} gives the same for the same cell. */
    public long drained() {
        return drained;
    }

    public int size() {
        return sums.size();
    }

    /** Hands over every sum that is not zero and starts anew. */
    public void drain(BiConsumer<Cell, Tally> to) {
        sums.forEach((cell, sum) -> {
            if (!sum.isZero()) {
                to.accept(cell, sum);
            }
        });
        sums.clear();
        drained++;
    }
}
