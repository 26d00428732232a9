package io.journey.core.definition.read;

import io.journey.core.definition.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of an event that rules can ask for. */
final class EventFields implements FieldNames {

    private static final String ATTRIBUTE = "attributes.";
    private static final Map<String, Field.Kind> KINDS = kinds();

    @Override
    public Optional<Field> named(Spot spot) {
        String key = spot.key();
        Field.Kind kind = KINDS.get(key);
        if (kind != null) {
            return Optional.of(new Field(kind, ""));
        }
        if (key.startsWith(ATTRIBUTE) && key.length() > ATTRIBUTE.length()) {
            return Optional.of(new Field(Field.Kind.ATTRIBUTE, key.substring(ATTRIBUTE.length())));
        }
        return spot.keyFault("unknown field, expected one of " + String.join(", ", KINDS.keySet()) + ", " + ATTRIBUTE
                + "NAME" + Suggestion.among(KINDS.keySet(), key));
    }

    private static Map<String, Field.Kind> kinds() {
        Map<String, Field.Kind> kinds = new LinkedHashMap<>();
        kinds.put("channel", Field.Kind.CHANNEL);
        kinds.put("touchpoint", Field.Kind.TOUCHPOINT);
        kinds.put("source", Field.Kind.SOURCE);
        kinds.put("value", Field.Kind.VALUE);
        kinds.put("survey.kind", Field.Kind.SURVEY_KIND);
        kinds.put("survey.score", Field.Kind.SURVEY_SCORE);
        return kinds;
    }
}
