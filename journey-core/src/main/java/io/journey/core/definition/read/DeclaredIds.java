package io.journey.core.definition.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the ids of the things in one list and sees that none is given twice. */
final class DeclaredIds {

    private final Map<String, Integer> lines = new HashMap<>();

    Optional<String> declare(Section section) {
        return section.required("id").flatMap(this::declare);
    }

    private Optional<String> declare(Spot spot) {
        Optional<String> id = Ids.unreserved(spot);
        if (id.isEmpty()) {
            return id;
        }
        Integer first = lines.putIfAbsent(id.get(), spot.tree().line());
        return first == null
                ? id
                : spot.fault("id '" + id.get() + "' is taken on line " + first + ", expected another");
    }
}
