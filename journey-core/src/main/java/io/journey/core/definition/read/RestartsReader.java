package io.journey.core.definition.read;

import io.journey.core.definition.Restart;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads at which pairs of stages one journey completes and the next begins. */
final class RestartsReader {

    private static final List<String> KEYS = List.of("from", "to");

    private final Names<Integer> stages;

    RestartsReader(Names<Integer> stages) {
        this.stages = stages;
    }

    List<Restart> read(Spot spot) {
        return spot.items("a list of restarts").orElse(List.of()).stream()
                .flatMap(item -> Section.of(item, KEYS).stream())
                .flatMap(section -> restart(section).stream())
                .toList();
    }

    private Optional<Restart> restart(Section section) {
        Optional<Set<Integer>> from = section.required("from").flatMap(this::stages);
        Optional<Set<Integer>> to = section.required("to").flatMap(this::stages);
        return from.flatMap(sources -> to.map(targets -> new Restart(sources, targets)));
    }

    private Optional<Set<Integer>> stages(Spot spot) {
        return stages.some(spot).map(Set::copyOf);
    }
}
