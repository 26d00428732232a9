package io.journey.local.registry.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/**
 * Schemas that write a named type as {@code {"type": "ns.Name"}}, which older Avros take for {@code "ns.Name"} and newer
 * ones refuse. Registries have always accepted it, so schemas in use hold it.
 */
final class NamedTypes {

    private static final Set<String> KEYWORDS = Stream.concat(
                    Stream.of("error"),
                    Arrays.stream(Schema.Type.values()).map(type -> type.name().toLowerCase(Locale.ROOT)))
            .collect(Collectors.toUnmodifiableSet());

    private NamedTypes() {}

    /** Turns wrapped names into plain ones, in place; what is no schema stays none. */
    static JsonNode unwrap(JsonNode schema) {
        if (schema instanceof ArrayNode branches) {
            for (int i = 0; i < branches.size(); i++) {
                branches.set(i, unwrap(branches.get(i)));
            }
        }
        if (schema instanceof ObjectNode object) {
            JsonNode type = object.path("type");
            if (type.isTextual() && !KEYWORDS.contains(type.textValue())) {
                return type;
            }
            unwrapPart(object, "items");
            unwrapPart(object, "values");
            // A field's own "type" is where a name belongs; only what stands there can be wrapped.
            for (JsonNode field : object.path("fields")) {
                unwrapPart(field, "type");
            }
        }
        return schema;
    }

    private static void unwrapPart(JsonNode owner, String key) {
        if (owner instanceof ObjectNode object && object.has(key)) {
            object.set(key, unwrap(object.path(key)));
        }
    }
}
