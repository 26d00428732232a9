package io.journey.events.serde;

import io.journey.events.registry.GivenSettings;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** Settings of the serdes themselves, beside those of the registry client; all have Confluent's names. */
public final class SerdeConfig {

    public static final String KEY_TYPE = "specific.avro.key.type";
    public static final String VALUE_TYPE = "specific.avro.value.type";

    private SerdeConfig() {}

    /** The settings, declared; the table in docs/serdes.md is printed from it. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        KEY_TYPE,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.LOW,
                        "Class that keys must be of; another type is then WRONG_TYPE. Empty for any of ours.")
                .define(
                        VALUE_TYPE,
                        ConfigDef.Type.STRING,
                        "",
                        Importance.LOW,
                        "Class that values must be of; another type is then WRONG_TYPE. Empty for any of ours.");
    }

    static AbstractConfig read(Map<String, ?> configs) {
        return new AbstractConfig(definition(), GivenSettings.texts(definition(), configs), false);
    }

    static Optional<Class<? extends SpecificRecord>> type(AbstractConfig config, String name) {
        String type = config.getString(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(KnownRecords.named(type)
                .orElseThrow(
                        () -> new ConfigException(name, type, "expected the class of a record of a journey topic")));
    }
}
