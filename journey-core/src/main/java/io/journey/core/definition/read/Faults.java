package io.journey.core.definition.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one reading, so that all of them are told at once. */
final class Faults {

    private final List<Fault> found = new ArrayList<>();

    void add(Fault fault) {
        found.add(fault);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** The faults from the top of the file to its end; those of one line in the order in which they were found. */
    List<Fault> inOrder() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
