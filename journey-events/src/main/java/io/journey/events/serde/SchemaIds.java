package io.journey.events.serde;

import io.journey.events.registry.RegisteredSchema;
import io.journey.events.registry.RegistryClient;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/** Where the id that a record is written under comes from. */
@FunctionalInterface
public interface SchemaIds {

    /** Id of the schema under the subject. */
    int idOf(String subject, Schema schema);

    /** As the settings {@code auto.register.schemas} and {@code use.latest.version} say. */
    static SchemaIds of(RegistryClient registry, Map<String, ?> configs) {
        return of(registry, SerdeConfig.read(configs));
    }

    private static SchemaIds of(RegistryClient registry, AbstractConfig config) {
        if (config.getBoolean(SerdeConfig.AUTO_REGISTER)) {
            return registry::register;
        }
        if (config.getBoolean(SerdeConfig.USE_LATEST)) {
            return (subject, schema) -> latest(registry, subject, schema);
        }
        return registry::idOf;
    }

    private static int latest(RegistryClient registry, String subject, Schema schema) {
        RegisteredSchema latest = registry.latest(subject);
        String ours = SchemaNormalization.toParsingForm(schema);
        String theirs = SchemaNormalization.toParsingForm(latest.schema());
        if (!ours.equals(theirs)) {
            throw new ConfigException(SerdeConfig.USE_LATEST + ": version " + latest.version() + " of subject " + subject
                    + " has other fields than the records written here; found " + theirs + ", expected " + ours
                    + "; register our schema, or unset the setting");
        }
        return latest.id();
    }
}
