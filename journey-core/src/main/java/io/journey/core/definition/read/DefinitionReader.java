package io.journey.core.definition.read;

import io.journey.core.definition.Conversion;
import io.journey.core.definition.Definition;
import io.journey.core.definition.Fingerprint;
import io.journey.core.definition.IdentityRules;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Restart;
import io.journey.core.definition.Rule;
import io.journey.core.definition.Segment;
import io.journey.core.definition.Stage;
import io.journey.core.definition.WindowKind;
import io.journey.core.definition.tree.Tree;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a journey definition from the tree of its file: the definition, or everything that is wrong with it at once.
 *
 * <p>The format is described in docs/definition.md, defaults included.
 */
public final class DefinitionReader {

    private static final List<String> KEYS = List.of(
            "journey",
            "version",
            "timeZone",
            "identity",
            "stages",
            "initialStage",
            "conversion",
            "restart",
            "rules",
            "profileAttributes",
            "personas",
            "segments",
            "windows");

    private static final Names<WindowKind> WINDOWS =
            Names.of("kind of window", List.of(WindowKind.values()), WindowKind::label);
    private static final List<WindowKind> DEFAULT_WINDOWS = List.of(WindowKind.DAY);
    private static final List<Segment> DEFAULT_SEGMENTS = List.of(new Segment(List.of()));

    private final Faults faults = new Faults();

    private DefinitionReader() {}

    /** @param tree the file's one value */
    public static DefinitionReading read(Tree tree) {
        return new DefinitionReader().reading(tree);
    }

    private DefinitionReading reading(Tree tree) {
        Optional<Definition> definition =
                Section.of(Spot.root(tree, faults), KEYS).flatMap(this::definition);
        return definition.isPresent()
                ? new DefinitionReading.Read(Fingerprint.stamp(definition.get()))
                : new DefinitionReading.Faulty(faults.inOrder());
    }

    /** Reads every section before giving up, so that no fault hides another. */
    private Optional<Definition> definition(Section top) {
        Optional<String> journey = top.required("journey").flatMap(Ids::name);
        Optional<Integer> version = top.required("version").flatMap(spot -> spot.whole(1, Integer.MAX_VALUE));
        Optional<ZoneId> zone = top.required("timeZone").flatMap(Zones::read);
        Optional<IdentityRules> identity = top.required("identity").flatMap(IdentityReader::read);
        Optional<StagesReader> stages = top.required("stages").flatMap(StagesReader::of);
        Names<Integer> names = stages.map(StagesReader::names).orElse(Names.unread("stage"));
        List<Stage> stageList = stages.map(StagesReader::read).orElse(List.of());
        Optional<Integer> initialStage = top.required("initialStage").flatMap(names::one);
        Optional<Conversion> conversion = top.required("conversion").flatMap(spot -> conversion(spot, names));
        List<Restart> restarts = list(top.optional("restart"), new RestartsReader(names)::read);
        List<Rule> rules = list(top.required("rules"), new RulesReader(names)::read);
        Optional<List<String>> attributes = attributes(top);
        List<Persona> personas = list(top.optional("personas"), new PersonasReader(attributes)::read);
        List<Segment> segments =
                top.optional("segments").flatMap(SegmentsReader::read).orElse(DEFAULT_SEGMENTS);
        List<WindowKind> windows =
                top.optional("windows").flatMap(WINDOWS::some).orElse(DEFAULT_WINDOWS);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Definition(
                journey.orElseThrow(),
                version.orElseThrow(),
                zone.orElseThrow(),
                identity.orElseThrow(),
                stageList,
                initialStage.orElseThrow(),
                conversion.orElseThrow(),
                restarts,
                rules,
                attributes.orElseThrow(),
                personas,
                segments,
                windows,
                ""));
    }

    private static <T> List<T> list(Optional<Spot> spot, Function<Spot, List<T>> read) {
        return spot.map(read).orElse(List.of());
    }

    private static Optional<List<String>> attributes(Section top) {
        if (!top.has("profileAttributes")) {
            return Optional.of(List.of());
        }
        return top.optional("profileAttributes")
                .flatMap(spot -> spot.items("a list of names of attributes"))
                .flatMap(items -> Distinct.each(items, item -> item.text("text that names an attribute")));
    }

    private static Optional<Conversion> conversion(Spot spot, Names<Integer> stages) {
        return Section.of(spot, List.of("stage", "window")).flatMap(section -> {
            Optional<Integer> stage = section.required("stage").flatMap(stages::one);
            Optional<Duration> window = section.required("window").flatMap(Durations::read);
            return stage.flatMap(index -> window.map(longest -> new Conversion(index, longest)));
        });
    }
}
