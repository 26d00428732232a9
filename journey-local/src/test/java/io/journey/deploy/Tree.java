package io.journey.deploy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a YAML or JSON document, to ask for what lies in it.
 *
 * @param value a map, a list, a scalar, or null for what is not there
 */
record Tree(@Nullable Object value) {

    /** What lies under these keys, one in the other; not there when one of them is not. */
    Tree at(String... keys) {
        Tree here = this;
        for (String key : keys) {
            here = new Tree(here.value instanceof Map<?, ?> map ? map.get(key) : null);
        }
        return here;
    }

    boolean isThere() {
        return value != null;
    }

    /** Its elements when it is a list, else none. */
    List<Tree> elements() {
        return value instanceof List<?> list
                ? list.stream().map(element -> new Tree(element)).toList()
                : List.of();
    }

    /** The names in it when it is a map, else none. */
    Collection<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** It and all that lies in it, however deep. */
    Stream<Tree> all() {
        Stream<Tree> inside = value instanceof Map<?, ?> map
                ? map.values().stream().map(part -> new Tree(part))
                : elements().stream();
        return Stream.concat(Stream.of(this), inside.flatMap(Tree::all));
    }

    String text() {
        return String.valueOf(value);
    }
}
