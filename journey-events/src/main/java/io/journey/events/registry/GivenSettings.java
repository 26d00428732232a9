package io.journey.events.registry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;

/**
 * Picks declared settings out of a client's configuration, which holds many others, as text. A value under the prefix
 * {@code schema.registry.} wins over one without, as in Confluent's client.
 */
public final class GivenSettings {

    private GivenSettings() {}

    /** Declared settings that are given, by their declared names. */
    public static Map<String, String> texts(ConfigDef definition, Map<String, ?> configs) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : definition.names()) {
            Object value = configs.get(RegistryConfig.NAMESPACE + name);
            if (value == null) {
                value = configs.get(name);
            }
            if (value != null) {
                given.put(name, text(value));
            }
        }
        return given;
    }

    private static String text(Object value) {
        if (value instanceof Password password) {
            return password.value();
        }
        if (value instanceof Class<?> type) {
            return type.getName();
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(GivenSettings::text).collect(Collectors.joining(","));
        }
        return value.toString();
    }
}
