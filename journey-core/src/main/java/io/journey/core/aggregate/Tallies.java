package io.journey.core.aggregate;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Sums of differences by cell, gathered until they are passed on. Not thread-safe. */
public final class Tallies {

    private final Map<Cell, Tally> sums = new HashMap<>();

    /** The sum of a cell, to be added to. */
    public Tally at(Cell cell) {
        Tally sum = sums.get(cell);
        if (sum == null) {
            sum = cell.zero();
            sums.put(cell, sum);
        }
        return sum;
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
    }
}
