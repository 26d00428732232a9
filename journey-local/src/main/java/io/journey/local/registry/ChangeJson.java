package io.journey.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.registry.catalogue.Change;
import io.journey.local.registry.catalogue.CompatibilityLevel;
import io.journey.local.registry.catalogue.Config;
import io.journey.local.registry.catalogue.Mode;
import io.journey.local.registry.catalogue.Reference;
import io.journey.local.registry.catalogue.SchemaContent;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes as records of a compacted topic: the key says what is changed, so the newest record of a key is the state.
 *
 * <p>An erased thing has no value; compaction then forgets it.
 */
final class ChangeJson {

    /** A record's key and value, both JSON. */
    record Entry(String key, @Nullable String value) {}

    private static final JsonMapper MAPPER = new JsonMapper();

    private ChangeJson() {}

    static Entry encode(Change change) {
        if (change instanceof Change.VersionStored stored) {
            SchemaVersion version = stored.version();
            return new Entry(versionKey(version.subject(), version.version()), value(version).toString());
        }
        if (change instanceof Change.VersionErased erased) {
            return new Entry(versionKey(erased.subject(), erased.version()), null);
        }
        if (change instanceof Change.IdsUsed used) {
            return new Entry(key("IDS").toString(), MAPPER.createObjectNode().put("highest", used.highest()).toString());
        }
        if (change instanceof Change.ConfigStored stored) {
            return new Entry(scopeKey("CONFIG", stored.scope()), value(stored.config()).toString());
        }
        if (change instanceof Change.ConfigErased erased) {
            return new Entry(scopeKey("CONFIG", erased.scope()), null);
        }
        if (change instanceof Change.ModeStored stored) {
            return new Entry(
                    scopeKey("MODE", stored.scope()),
                    MAPPER.createObjectNode().put("mode", stored.mode().name()).toString());
        }
        if (change instanceof Change.ModeErased erased) {
            return new Entry(scopeKey("MODE", erased.scope()), null);
        }
        throw new IllegalStateException("no record is defined for " + change);
    }

    static Change decode(String keyText, @Nullable String valueText) {
        JsonNode key = tree(keyText);
        Optional<JsonNode> value = Optional.ofNullable(valueText).map(ChangeJson::tree);
        String type = key.path("keytype").asText();
        return switch (type) {
            case "SCHEMA" -> value.<Change>map(found -> new Change.VersionStored(version(key, found)))
                    .orElseGet(() -> new Change.VersionErased(subject(key), key.path("version").asInt()));
            case "IDS" -> new Change.IdsUsed(value.map(found -> found.path("highest").asInt()).orElse(0));
            case "CONFIG" -> value.<Change>map(found -> new Change.ConfigStored(scope(key), config(found)))
                    .orElseGet(() -> new Change.ConfigErased(scope(key)));
            case "MODE" -> value.<Change>map(found -> new Change.ModeStored(scope(key), mode(found)))
                    .orElseGet(() -> new Change.ModeErased(scope(key)));
            default -> throw new IllegalStateException(
                    "record with key " + keyText + " was not written by this registry; use a topic of its own");
        };
    }

    private static ObjectNode key(String type) {
        return MAPPER.createObjectNode().put("keytype", type);
    }

    private static String versionKey(String subject, int version) {
        return key("SCHEMA").put("subject", subject).put("version", version).toString();
    }

    private static String scopeKey(String type, Scope scope) {
        ObjectNode key = key(type);
        return scope instanceof Scope.Subject subject
                ? key.put("subject", subject.name()).toString()
                : key.putNull("subject").toString();
    }

    private static ObjectNode value(SchemaVersion version) {
        ObjectNode value = MAPPER.createObjectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schema", version.content().text())
                .put("deleted", version.deleted())
                .put("since", version.since().toEpochMilli());
        value.set("references", Documents.references(version.content().references()));
        return value;
    }

    private static ObjectNode value(Config config) {
        ObjectNode value = MAPPER.createObjectNode();
        config.compatibility().ifPresent(level -> value.put("compatibility", level.name()));
        config.normalize().ifPresent(flag -> value.put("normalize", flag));
        config.validateNewSchemas().ifPresent(flag -> value.put("validateNewSchemas", flag));
        return value;
    }

    private static SchemaVersion version(JsonNode key, JsonNode value) {
        List<Reference> references = new ArrayList<>();
        value.path("references").forEach(reference -> references.add(new Reference(
                reference.path("name").asText(),
                reference.path("subject").asText(),
                reference.path("version").asInt())));
        return new SchemaVersion(
                subject(key),
                key.path("version").asInt(),
                value.path("id").asInt(),
                new SchemaContent(value.path("schema").asText(), references),
                Instant.ofEpochMilli(value.path("since").asLong()),
                value.path("deleted").asBoolean());
    }

    private static String subject(JsonNode key) {
        return key.path("subject").asText();
    }

    private static Scope scope(JsonNode key) {
        return key.path("subject").isTextual() ? new Scope.Subject(subject(key)) : Scope.GLOBAL;
    }

    private static Config config(JsonNode value) {
        return new Config(
                Optional.ofNullable(value.get("compatibility")).map(JsonNode::asText).map(CompatibilityLevel::valueOf),
                Optional.ofNullable(value.get("normalize")).map(JsonNode::asBoolean),
                Optional.ofNullable(value.get("validateNewSchemas")).map(JsonNode::asBoolean));
    }

    private static Mode mode(JsonNode value) {
        return Mode.valueOf(value.path("mode").asText());
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException cause) {
            throw new IllegalStateException(
                    "record " + json + " was not written by this registry; use a topic of its own", cause);
        }
    }
}
