package io.journey.core.definition.read;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Persona;
import java.util.List;
import java.util.Optional;

/** Reads the kinds of customer. */
final class PersonasReader {

    private static final List<String> KEYS = List.of("id", "when");

    private final ConditionReader conditions;
    private final DeclaredIds ids = new DeclaredIds();

    /** @param attributes the definition's profile attributes; empty when their list is itself faulty */
    PersonasReader(Optional<List<String>> attributes) {
        this.conditions = new ConditionReader(new ProfileFields(attributes));
    }

    List<Persona> read(Spot spot) {
        return spot.items("a list of personas").orElse(List.of()).stream()
                .flatMap(item -> Section.of(item, KEYS).stream())
                .flatMap(section -> persona(section).stream())
                .toList();
    }

    private Optional<Persona> persona(Section section) {
        Optional<String> id = ids.declare(section);
        Optional<Condition> when = section.required("when").flatMap(conditions::read);
        return id.flatMap(name -> when.map(condition -> new Persona(name, condition)));
    }
}
