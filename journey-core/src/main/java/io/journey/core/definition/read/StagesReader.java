package io.journey.core.definition.read;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.journey.core.definition.Stage;
import io.journey.core.definition.tree.Tree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads the stages, their names first, since a stage may refer to those that follow it. */
final class StagesReader {

    private static final List<String> KEYS = List.of("id", "exit", "lapseAfter", "sticky", "target");
    private static final int MOST = 64;

    private final Spot spot;
    private final List<Optional<Section>> sections;
    private final Names<Integer> names;
    private final DeclaredIds ids = new DeclaredIds();

    private StagesReader(Spot spot, List<Spot> items) {
        this.spot = spot;
        this.sections = items.stream().map(item -> Section.of(item, KEYS)).toList();
        this.names = positions().map(positions -> Names.of("stage", positions)).orElse(Names.unread("stage"));
    }

    static Optional<StagesReader> of(Spot spot) {
        return spot.someItems("a list of at least one stage").map(items -> new StagesReader(spot, items));
    }

    /** Positions by name; a stage whose id is faulty keeps its name, so that references to it are no further faults. */
    Names<Integer> names() {
        return names;
    }

    List<Stage> read() {
        List<Stage> stages = IntStream.range(0, sections.size())
                .mapToObj(index -> sections.get(index).flatMap(section -> stage(section, index)))
                .flatMap(Optional::stream)
                .toList();
        if (sections.size() > MOST) {
            spot.fault("found " + sections.size() + " stages, expected at most " + MOST);
        }
        if (stages.size() == sections.size() && stages.stream().allMatch(Stage::exit)) {
            spot.fault("every stage is an exit, expected at least one that is not");
        }
        return stages;
    }

    /** Nothing when a stage has no name to be referred to by. */
    private Optional<Map<String, Integer>> positions() {
        Map<String, Integer> positions = new LinkedHashMap<>();
        for (int index = 0; index < sections.size(); index++) {
            Optional<Spot> id = sections.get(index).flatMap(section -> section.optional("id"));
            if (id.isEmpty() || !(id.get().tree() instanceof Tree.Text text)) {
                return Optional.empty();
            }
            positions.putIfAbsent(text.value(), index);
        }
        return Optional.of(positions);
    }

    private Optional<Stage> stage(Section section, int index) {
        Optional<String> id = ids.declare(section);
        boolean exit = section.optional("exit").flatMap(Spot::truth).orElse(false);
        Optional<Duration> lapseAfter = section.optional("lapseAfter").flatMap(Durations::read);
        Set<Integer> sticky = exit ? exitSticky(section, index) : sticky(section, index);
        Optional<Duration> dwell = section.optional("target")
                .flatMap(target -> Section.of(target, List.of("dwell")))
                .flatMap(target -> target.required("dwell"))
                .flatMap(Durations::read);
        return id.map(name -> new Stage(name, exit, lapseAfter.orElse(null), sticky, dwell.orElse(null)));
    }

    private Set<Integer> exitSticky(Section section, int index) {
        section.optional("sticky")
                .ifPresent(
                        sticky -> sticky.keyFault("found 'sticky' on an exit stage, which holds a journey against every"
                                + " stage anyway; expected it only on a stage that is no exit"));
        return allBut(index);
    }

    private Set<Integer> sticky(Section section, int index) {
        Optional<Spot> sticky = section.optional("sticky");
        if (sticky.isEmpty()) {
            return Set.of();
        }
        if (sticky.get().tree() instanceof Tree.Truth truth) {
            return truth.value() ? allBut(index) : Set.of();
        }
        if (!(sticky.get().tree() instanceof Tree.Items)) {
            sticky.get().expected("true, false or a list of names of stages");
            return Set.of();
        }
        List<Integer> against = names.several(sticky.get()).orElse(List.of());
        if (against.contains(index)) {
            sticky.get().fault("found the stage itself in its list, expected other stages only");
        }
        return Set.copyOf(against);
    }

    private Set<Integer> allBut(int index) {
        return IntStream.range(0, sections.size())
                .filter(other -> other != index)
                .boxed()
                .collect(toUnmodifiableSet());
    }
}
