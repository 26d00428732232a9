package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.registry.catalogue.Config;
import io.journey.local.registry.catalogue.Mode;
import io.journey.local.registry.catalogue.Reference;
import io.journey.local.registry.catalogue.SchemaVersion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The JSON documents that the protocol answers with. */
final class Documents {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Documents() {}

    static ObjectNode empty() {
        return JSON.objectNode();
    }

    static ArrayNode references(List<Reference> references) {
        ArrayNode array = JSON.arrayNode();
        references.forEach(reference -> array.addObject()
                .put("name", reference.name())
                .put("subject", reference.subject())
                .put("version", reference.version()));
        return array;
    }

    /** A schema by its id, which belongs to no subject in particular. */
    static ObjectNode schema(SchemaVersion version) {
        ObjectNode document = empty().put("guid", version.content().guid().toString())
                .put("schemaType", "AVRO")
                .put("schema", version.content().text());
        if (!version.content().references().isEmpty()) {
            document.set("references", references(version.content().references()));
        }
        return document.put("ts", version.since().toEpochMilli()).put("deleted", version.deleted());
    }

    /** A schema as a version of its subject. */
    static ObjectNode version(SchemaVersion version) {
        ObjectNode document = empty().put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id());
        return document.setAll(schema(version));
    }

    static ObjectNode subjectVersion(SchemaVersion version) {
        return empty().put("subject", version.subject()).put("version", version.version());
    }

    /** Settings as they are read. */
    static ObjectNode config(Config config) {
        return settings("compatibilityLevel", config);
    }

    /** Settings as they are written: the protocol names the level differently there. */
    static ObjectNode configUpdate(Config config) {
        return settings("compatibility", config);
    }

    private static ObjectNode settings(String levelName, Config config) {
        ObjectNode document = empty();
        config.normalize().ifPresent(flag -> document.put("normalize", flag));
        config.validateNewSchemas().ifPresent(flag -> document.put("validateNewSchemas", flag));
        config.compatibility().ifPresent(level -> document.put(levelName, level.name()));
        return document;
    }

    static ObjectNode mode(Optional<Mode> mode) {
        return empty().put("mode", mode.map(Mode::name).orElse(null));
    }

    static ObjectNode compatible(boolean compatible) {
        return empty().put("is_compatible", compatible);
    }

    static ArrayNode numbers(Collection<Integer> numbers) {
        ArrayNode array = JSON.arrayNode();
        numbers.forEach(array::add);
        return array;
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode list(Collection<? extends JsonNode> documents) {
        return JSON.arrayNode().addAll(documents);
    }

    static ObjectNode error(int code, String message) {
        return empty().put("error_code", code).put("message", message);
    }
}
