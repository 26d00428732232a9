package io.journey.core.definition.read;

import io.journey.core.definition.tree.Tree;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map of the file whose keys have been checked: each is known, and given once. */
final class Section {

    private final Spot spot;
    private final Map<String, Spot> values = new LinkedHashMap<>();

    private Section(Spot spot) {
        this.spot = spot;
    }

    /** A map with just these keys. */
    static Optional<Section> of(Spot spot, List<String> keys) {
        Optional<Section> section = open(spot, "a map with the keys " + String.join(", ", keys));
        section.ifPresent(read -> read.values.values().forEach(value -> checkKnown(value, keys)));
        return section;
    }

    /** A map with any keys. */
    static Optional<Section> open(Spot spot, String what) {
        if (!(spot.tree() instanceof Tree.Keys keys)) {
            return spot.expected(what);
        }
        Section section = new Section(spot);
        keys.entries().forEach(entry -> section.add(spot.under(entry)));
        return Optional.of(section);
    }

    private static void checkKnown(Spot value, List<String> keys) {
        if (!keys.contains(value.key())) {
            value.keyFault(
                    "unknown key, expected one of " + String.join(", ", keys) + Suggestion.among(keys, value.key()));
        }
    }

    private void add(Spot value) {
        Spot first = values.putIfAbsent(value.key(), value);
        if (first != null) {
            value.keyFault("key given twice, first on line " + first.keyLine() + ", expected once");
        }
    }

    Spot spot() {
        return spot;
    }

    Collection<Spot> values() {
        return values.values();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Optional<Spot> optional(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<Spot> required(String key) {
        Optional<Spot> value = optional(key);
        return value.isPresent() ? value : spot.missing(key);
    }
}
