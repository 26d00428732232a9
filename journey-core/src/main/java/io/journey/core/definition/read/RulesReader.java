package io.journey.core.definition.read;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the rules that name an event's stage. */
final class RulesReader {

    private static final List<String> KEYS = List.of("stage", "when", "count", "within");
    private static final int MOST_COUNTED = 63;
    private static final int MOST_EVENTS = 10_000;

    private final Names<Integer> stages;
    private final ConditionReader conditions = new ConditionReader(new EventFields());
    private int counted;

    RulesReader(Names<Integer> stages) {
        this.stages = stages;
    }

    List<Rule> read(Spot spot) {
        return spot.someItems("a list of at least one rule").orElse(List.of()).stream()
                .flatMap(item -> Section.of(item, KEYS).stream())
                .flatMap(section -> rule(section).stream())
                .toList();
    }

    private Optional<Rule> rule(Section section) {
        Optional<Integer> stage = section.required("stage").flatMap(stages::one);
        Optional<Condition> when = section.required("when").flatMap(conditions::read);
        Optional<Rule.Count> count = count(section);
        return stage.flatMap(index -> when.map(condition -> new Rule(index, condition, count.orElse(null))));
    }

    private Optional<Rule.Count> count(Section section) {
        if (!section.has("count") && !section.has("within")) {
            return Optional.empty();
        }
        counted++;
        if (counted == MOST_COUNTED + 1) {
            section.spot().fault("found more than " + MOST_COUNTED + " rules with a count, expected at most that many");
        }
        Optional<Integer> atLeast = together(section, "count", "within").flatMap(spot -> spot.whole(1, MOST_EVENTS));
        Optional<Duration> within = together(section, "within", "count").flatMap(Durations::read);
        return atLeast.flatMap(events -> within.map(period -> new Rule.Count(events, period)));
    }

    private static Optional<Spot> together(Section section, String key, String other) {
        if (!section.has(key)) {
            section.required(other)
                    .ifPresent(alone -> alone.keyFault("found without '" + key + "', expected both or neither"));
        }
        return section.optional(key);
    }
}
