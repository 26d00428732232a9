package io.journey.core.definition.read;

import io.journey.core.definition.IdentityRules;
import io.journey.core.definition.tree.Tree;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads which identities count. */
final class IdentityReader {

    static final Duration DEFAULT_LOOKBACK = Duration.ofDays(30);

    private static final List<String> KEYS = List.of("ladder", "ignore", "lookback");
    private static final String VALUES = "a list of values";

    private IdentityReader() {}

    static Optional<IdentityRules> read(Spot spot) {
        return Section.of(spot, KEYS).flatMap(IdentityReader::rules);
    }

    private static Optional<IdentityRules> rules(Section section) {
        Optional<List<String>> ladder = section.required("ladder")
                .flatMap(spot -> spot.someItems("a list of at least one namespace"))
                .flatMap(items -> Distinct.each(items, Ids::name));
        Map<String, Set<String>> ignore =
                section.optional("ignore").map(spot -> ignore(spot, ladder)).orElse(Map.of());
        Duration lookback =
                section.optional("lookback").flatMap(Durations::read).orElse(DEFAULT_LOOKBACK);
        return ladder.map(namespaces -> new IdentityRules(namespaces, ignore, lookback));
    }

    private static Map<String, Set<String>> ignore(Spot spot, Optional<List<String>> ladder) {
        Map<String, Set<String>> ignore = new LinkedHashMap<>();
        Section.open(spot, "a map from namespaces to lists of values")
                .ifPresent(section -> section.values().forEach(values -> {
                    checkNamespace(values, ladder);
                    ignore.put(values.key(), values(values));
                }));
        return ignore;
    }

    private static void checkNamespace(Spot values, Optional<List<String>> ladder) {
        if (ladder.isPresent() && !ladder.get().contains(values.key())) {
            values.keyFault("unknown namespace, expected one of the ladder: " + String.join(", ", ladder.get())
                    + Suggestion.among(ladder.get(), values.key()));
        }
    }

    private static Set<String> values(Spot spot) {
        Set<String> values = new TreeSet<>();
        spot.items(VALUES).orElse(List.of()).forEach(item -> value(item).ifPresent(values::add));
        return values;
    }

    /** Identities are text: a number counts as it is written, so that 0 and 007 need no quotes. */
    private static Optional<String> value(Spot item) {
        return item.tree() instanceof Tree.Decimal number
                ? Optional.of(number.written())
                : item.text("text or a number");
    }
}
