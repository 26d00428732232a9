package io.journey.core.definition.read;

import io.journey.core.definition.Field;
import java.util.List;
import java.util.Optional;

/**
 * The facts of a profile that personas can ask for.
 *
 * @param attributes the definition's profile attributes; empty when their list is itself faulty, and any name will do
 */
record ProfileFields(Optional<List<String>> attributes) implements FieldNames {

    @Override
    public Optional<Field> named(Spot spot) {
        Field field = new Field(Field.Kind.ATTRIBUTE, spot.key());
        if (attributes.isEmpty() || attributes.get().contains(spot.key())) {
            return Optional.of(field);
        }
        String expected = attributes.get().isEmpty()
                ? "expected it in the definition's profileAttributes, which are empty"
                : "expected one of profileAttributes: " + String.join(", ", attributes.get());
        return spot.keyFault("unknown profile attribute, " + expected + Suggestion.among(attributes.get(), spot.key()));
    }
}
