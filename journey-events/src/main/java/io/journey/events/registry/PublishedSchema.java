package io.journey.events.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * The schema as it is registered: what Java's code generator wrote into it for itself is taken out, so that readers in
 * other languages see the contract and nothing else.
 */
public final class PublishedSchema {

    private static final Map<Schema, Schema> PUBLISHED = new ConcurrentHashMap<>();

    private PublishedSchema() {}

    /** The schema without Java's properties; equal schemas give the same instance. */
    public static Schema of(Schema schema) {
        return PUBLISHED.computeIfAbsent(schema, PublishedSchema::withoutJava);
    }

    private static Schema withoutJava(Schema schema) {
        try {
            JsonNode json = RegistryHttp.JSON.readTree(schema.toString());
            return new Schema.Parser().parse(strip(json).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("a schema that Avro printed is no JSON", e);
        }
    }

    private static JsonNode strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            boolean stripped = object.remove(GenericData.STRING_PROP) != null;
            object.properties().forEach(property -> property.setValue(strip(property.getValue())));
            boolean bare = stripped && object.size() == 1 && object.path("type").isTextual();
            return bare ? object.get("type") : object;
        }
        if (node.isArray()) {
            var list = RegistryHttp.JSON.createArrayNode();
            node.forEach(element -> list.add(strip(element)));
            return list;
        }
        return node;
    }
}
