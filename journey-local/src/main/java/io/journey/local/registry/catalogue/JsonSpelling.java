package io.journey.local.registry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/** JSON documents that differ only in the order of their keys. */
final class JsonSpelling {

    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonSpelling() {}

    /** The same document with all keys in alphabetical order, whatever depth. */
    static String sorted(String json) {
        return sorted(tree(json)).toString();
    }

    /** A schema as a caller wrote it, fit for this Avro; what is no JSON is left for Avro to complain about. */
    static String unwrapped(String schema) {
        try {
            JsonNode unwrapped = NamedTypes.unwrap(MAPPER.readTree(schema));
            return unwrapped.equals(MAPPER.readTree(schema)) ? schema : unwrapped.toString();
        } catch (JsonProcessingException noJson) {
            return schema;
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException cause) {
            throw new UncheckedIOException("a schema that Avro printed is no JSON: " + json, cause);
        }
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode result = MAPPER.createObjectNode();
            Map<String, JsonNode> members = new TreeMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), sorted(member.getValue())));
            return result.setAll(members);
        }
        if (node.isArray()) {
            ArrayNode result = MAPPER.createArrayNode();
            node.forEach(element -> result.add(sorted(element)));
            return result;
        }
        return node;
    }
}
