package io.journey.service.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;

/** Prints declared settings as a table for a reference page, by name. */
public final class SettingsTable {

    private SettingsTable() {}

    public static String markdown(ConfigDef declared) {
        return declared.configKeys().values().stream()
                .sorted(Comparator.comparing((ConfigDef.ConfigKey key) -> key.name))
                .map(SettingsTable::row)
                .collect(Collectors.joining(
                        "", "| setting | type | default | valid | meaning |\n|---|---|---|---|---|\n", ""));
    }

    private static String row(ConfigDef.ConfigKey key) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        key.name,
                        key.type.name().toLowerCase(Locale.ROOT),
                        defaultOf(key),
                        key.validator == null ? "" : key.validator.toString(),
                        key.documentation);
    }

    /** The default of a password would be printed as hidden, which it is not. */
    private static String defaultOf(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        String value = key.type == ConfigDef.Type.PASSWORD ? "" : ConfigDef.convertToString(key.defaultValue, key.type);
        return value.isEmpty() ? "" : "`" + value + "`";
    }
}
