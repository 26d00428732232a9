package io.journey.service.settings;

import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;

/** Shows each setting with its value and where that came from; secrets are hidden. */
public final class SettingsListing {

    private SettingsListing() {}

    /** One line a setting, by name: those that are declared, and those of Kafka that were given. */
    public static String of(ConfigDef declared, Map<String, GivenSetting> given) {
        Map<String, String> lines = new TreeMap<>();
        for (ConfigDef.ConfigKey key : declared.configKeys().values()) {
            String value = key.hasDefault() && key.type() != ConfigDef.Type.PASSWORD
                    ? String.valueOf(ConfigDef.convertToString(key.defaultValue, key.type()))
                    : "";
            lines.put(key.name, line(key.name, value, key.hasDefault() ? "default" : "required, not given"));
        }
        given.forEach((name, setting) ->
                lines.put(name, line(name, Secrets.shown(declared, name, setting.value()), setting.source())));
        return String.join("", lines.values());
    }

    private static String line(String name, String value, String source) {
        return name + "=" + value + "  # " + source + "\n";
    }
}
