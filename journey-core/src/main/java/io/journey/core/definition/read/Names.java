package io.journey.core.definition.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Names that a definition declares or the format knows, each with what it stands for, to look references up in.
 *
 * @param <T> what a name stands for
 */
final class Names<T> {

    private final String what;
    private final Optional<Map<String, T>> declared;

    private Names(String what, Optional<Map<String, T>> declared) {
        this.what = what;
        this.declared = declared;
    }

    /** @param what the kind of name, for example "stage" */
    static <T> Names<T> of(String what, Map<String, T> declared) {
        return new Names<>(what, Optional.of(new LinkedHashMap<>(declared)));
    }

    /** Names whose declaration is itself faulty: nothing is found, and no reference is called a fault on top. */
    static <T> Names<T> unread(String what) {
        return new Names<>(what, Optional.empty());
    }

    static <T> Names<T> of(String what, List<T> values, Function<T, String> name) {
        Map<String, T> meanings = new LinkedHashMap<>();
        values.forEach(value -> meanings.put(name.apply(value), value));
        return of(what, meanings);
    }

    /** What the text at the spot stands for. */
    Optional<T> one(Spot spot) {
        return spot.text("text that names a " + what).flatMap(name -> lookUp(spot, name));
    }

    /** What the texts of a list at the spot stand for, each of them once. */
    Optional<List<T>> several(Spot spot) {
        return spot.items("a list whose elements each name a " + what)
                .flatMap(items -> Distinct.each(items, this::one));
    }

    /** As {@link #several}, where an empty list is a fault too. */
    Optional<List<T>> some(Spot spot) {
        return spot.someItems("a list of at least one element, each naming a " + what)
                .flatMap(items -> Distinct.each(items, this::one));
    }

    private Optional<T> lookUp(Spot spot, String name) {
        return declared.flatMap(known -> known.containsKey(name)
                ? Optional.of(known.get(name))
                : spot.fault(unknown(spot.tree().describe(), name, known.keySet())));
    }

    private String unknown(String found, String name, Set<String> known) {
        String expected = known.isEmpty() ? "but none is declared" : "expected one of " + String.join(", ", known);
        return "unknown " + what + ": found " + found + ", " + expected + Suggestion.among(known, name);
    }
}
