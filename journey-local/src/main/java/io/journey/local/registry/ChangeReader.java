package io.journey.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

/** Turns records back into changes. */
final class ChangeReader {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ChangeReader() {}

    /** @throws RegistryException when somebody else wrote to the topic */
    static Change read(LogEntry entry) {
        JsonNode key = tree(entry.key());
        Optional<JsonNode> value = Optional.ofNullable(entry.value()).map(ChangeReader::tree);
        String type = key.path("keytype").asText();
        return switch (type) {
            case "SCHEMA" ->
                value.<Change>map(found -> new Change.VersionStored(version(key, found)))
                        .orElseGet(() -> new Change.VersionErased(
                                subject(key), key.path("version").asInt()));
            case "IDS" ->
                new Change.IdsUsed(
                        value.map(found -> found.path("highest").asInt()).orElse(0));
            case "CONFIG" ->
                value.<Change>map(found -> new Change.ConfigStored(scope(key), config(found)))
                        .orElseGet(() -> new Change.ConfigErased(scope(key)));
            case "MODE" ->
                value.<Change>map(found -> new Change.ModeStored(scope(key), mode(found)))
                        .orElseGet(() -> new Change.ModeErased(scope(key)));
            default ->
                throw new RegistryException(
                        "record with key " + entry.key() + " was not written by this registry; use a topic of its own");
        };
    }

    private static SchemaVersion version(JsonNode key, JsonNode value) {
        List<Reference> references = new ArrayList<>();
        value.path("references")
                .forEach(reference -> references.add(new Reference(
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
                Optional.ofNullable(value.get("compatibility"))
                        .map(JsonNode::asText)
                        .map(CompatibilityLevel::valueOf),
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
            throw new RegistryException(
                    "record " + json + " was not written by this registry; use a topic of its own", cause);
        }
    }
}
