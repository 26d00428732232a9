package io.journey.events.serde;

import io.journey.events.registry.RegistryConfig;
import io.journey.events.support.PrintedPage;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

class SerdeSettingsTest {

    @Test
    void thePageListsEverySettingAsDeclared() throws Exception {
        StringBuilder table = new StringBuilder("| setting | type | default | meaning |\n|---|---|---|---|\n");
        append(table, RegistryConfig.definition());
        append(table, SerdeConfig.definition());

        PrintedPage.assertSection("docs/serdes.md", "settings", table.toString());
    }

    private static void append(StringBuilder table, ConfigDef definition) {
        definition
                .configKeys()
                .values()
                .forEach(key -> table.append("| `%s` | %s | %s | %s |\n"
                        .formatted(key.name, key.type.name().toLowerCase(Locale.ROOT), shown(key), key.documentation)));
    }

    private static String shown(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        boolean empty = key.defaultValue == null
                || key.type == ConfigDef.Type.PASSWORD
                || key.defaultValue.toString().isEmpty();
        return empty ? "" : "`" + key.defaultValue + "`";
    }
}
