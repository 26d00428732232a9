package io.journey.core.definition.read;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Condition.AllOf;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what stands under {@code when} into the condition that is asked of every event or profile. */
final class ConditionReader {

    private final FieldNames fields;

    ConditionReader(FieldNames fields) {
        this.fields = fields;
    }

    Optional<Condition> read(Spot when) {
        return Section.open(when, "a map from fields to what must hold of them")
                .map(section -> all(section.values().stream().flatMap(this::onField)));
    }

    private Stream<Condition> onField(Spot spot) {
        return fields.named(spot).stream().flatMap(field -> new OperatorReader(field).read(spot).stream());
    }

    private static Condition all(Stream<Condition> conditions) {
        List<Condition> all = conditions.toList();
        return all.size() == 1 ? all.get(0) : new AllOf(all);
    }
}
