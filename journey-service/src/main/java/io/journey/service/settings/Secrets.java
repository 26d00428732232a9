package io.journey.service.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/** Which values are never shown. Of settings that are not declared here the name decides, rather too often than too seldom. */
final class Secrets {

    static final String HIDDEN = "[hidden]";

    private static final Pattern NAMES =
            Pattern.compile(".*(password|secret|token|jaas|credential|user\\.info|\\.key$|certificate\\.chain|salt).*");
    private static final Pattern USER_IN_URL = Pattern.compile("://[^/@\\s]+@");

    private Secrets() {}

    static String shown(ConfigDef declared, String name, String value) {
        ConfigDef.ConfigKey key = declared.configKeys().get(name);
        boolean secret = key == null
                ? NAMES.matcher(name.toLowerCase(Locale.ROOT)).matches()
                : key.type() == ConfigDef.Type.PASSWORD;
        if (secret) {
            return value.isEmpty() ? "" : HIDDEN;
        }
        return USER_IN_URL.matcher(value).replaceAll("://" + HIDDEN + "@");
    }
}
