package io.journey.local.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.registry.catalogue.Change;
import io.journey.local.registry.catalogue.Config;
import io.journey.local.registry.catalogue.SchemaVersion;
import io.journey.local.registry.catalogue.Scope;

/** Turns changes into records, keyed by what they change. */
final class ChangeWriter {

    private static final JsonMapper MAPPER = new JsonMapper();

    private ChangeWriter() {}

    static LogEntry write(Change change) {
        if (change instanceof Change.VersionStored stored) {
            SchemaVersion version = stored.version();
            return new LogEntry(
                    versionKey(version.subject(), version.version()),
                    value(version).toString());
        }
        if (change instanceof Change.VersionErased erased) {
            return new LogEntry(versionKey(erased.subject(), erased.version()), null);
        }
        if (change instanceof Change.IdsUsed used) {
            return new LogEntry(
                    key("IDS").toString(),
                    MAPPER.createObjectNode().put("highest", used.highest()).toString());
        }
        if (change instanceof Change.ConfigStored stored) {
            return new LogEntry(
                    scopeKey("CONFIG", stored.scope()), value(stored.config()).toString());
        }
        if (change instanceof Change.ConfigErased erased) {
            return new LogEntry(scopeKey("CONFIG", erased.scope()), null);
        }
        if (change instanceof Change.ModeStored stored) {
            return new LogEntry(
                    scopeKey("MODE", stored.scope()),
                    MAPPER.createObjectNode().put("mode", stored.mode().name()).toString());
        }
        if (change instanceof Change.ModeErased erased) {
            return new LogEntry(scopeKey("MODE", erased.scope()), null);
        }
        throw new IllegalStateException("no record is defined for " + change);
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
}
