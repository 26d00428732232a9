package io.journey.events.registry;

import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Where the id that a record is written under comes from. */
public enum SchemaPolicy {
    /** The schema is registered if it is not there yet: for development and for embedded use. */
    REGISTER {
        @Override
        public int idOf(RegistryClient registry, String subject, Schema schema) {
            return registry.register(subject, schema);
        }
    },
    /** The schema must be there: registering is somebody's decision. */
    REQUIRE {
        @Override
        public int idOf(RegistryClient registry, String subject, Schema schema) {
            return registry.idOf(subject, schema);
        }
    },
    /** The subject's latest schema must be there and have the same fields; documentation may differ. */
    LATEST {
        @Override
        public int idOf(RegistryClient registry, String subject, Schema schema) {
            RegisteredSchema latest = registry.latest(subject);
            if (!form(latest.schema()).equals(form(schema))) {
                throw new ConfigException(RegistryConfig.USE_LATEST + ": version " + latest.version() + " of subject "
                        + subject + " has other fields than the records written here: "
                        + SchemaDifference.between(schema, latest.schema())
                        + "; register our schema, or unset the setting");
            }
            return latest.id();
        }

        private String form(Schema schema) {
            return SchemaNormalization.toParsingForm(schema);
        }
    };

    /**
     * Id of the schema under the subject.
     *
     * @throws RegistryRefusedException when the policy does not find what it asks for
     */
    public abstract int idOf(RegistryClient registry, String subject, Schema schema);

    /** The policy that {@code auto.register.schemas} and {@code use.latest.version} ask for. */
    public static SchemaPolicy of(Map<String, ?> configs) {
        ConfigDef definition = RegistryConfig.definition();
        AbstractConfig config = new AbstractConfig(definition, GivenSettings.texts(definition, configs), false);
        if (config.getBoolean(RegistryConfig.AUTO_REGISTER)) {
            return REGISTER;
        }
        return config.getBoolean(RegistryConfig.USE_LATEST) ? LATEST : REQUIRE;
    }
}
