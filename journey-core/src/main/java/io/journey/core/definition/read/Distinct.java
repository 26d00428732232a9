package io.journey.core.definition.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the elements of a list that may hold nothing twice. */
final class Distinct {

    private Distinct() {}

    /**
     * @param read how an element is read; notes a fault when it gives nothing
     * @return the elements, each once; nothing when one could not be read, since the rest would mislead
     */
    static <T> Optional<List<T>> each(List<Spot> items, Function<Spot, Optional<T>> read) {
        List<T> found = new ArrayList<>();
        boolean complete = true;
        for (Spot item : items) {
            Optional<T> value = read.apply(item);
            complete &= value.isPresent();
            if (value.isPresent() && found.contains(value.get())) {
                item.fault("found " + item.tree().describe() + " twice in one list, expected once");
                continue;
            }
            value.ifPresent(found::add);
        }
        return complete ? Optional.of(List.copyOf(found)) : Optional.empty();
    }
}
