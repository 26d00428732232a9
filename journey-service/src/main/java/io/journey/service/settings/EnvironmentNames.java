package io.journey.service.settings;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which setting an environment variable means. Dots become underscores, everything upper case, and {@code JOURNEY_} stands
 * in front: {@code database.url} is {@code JOURNEY_DATABASE_URL}, {@code journey.instance.id} is
 * {@code JOURNEY_INSTANCE_ID}. Of Kafka's own settings, which are not known here, two underscores mean a hyphen and three
 * an underscore.
 */
public final class EnvironmentNames {

    static final String PREFIX = "JOURNEY_";
    static final String FROM_FILE = "_FILE";

    private static final String OWN = "journey.";
    private static final String KAFKA = PREFIX + "KAFKA_";

    /** Read by the log and the start script, before there are settings. */
    private static final Set<String> OTHERS =
            Set.of("JOURNEY_LOG_LEVEL", "JOURNEY_LOG_KAFKA_LEVEL", "JOURNEY_LOG_FORMAT", "JOURNEY_JAVA_OPTS");

    private final Map<String, String> declared = new HashMap<>();

    /**
     * @param names of all declared settings
     */
    EnvironmentNames(Collection<String> names) {
        names.forEach(name -> declared.put(of(name), name));
    }

    /** The variable of a setting. */
    public static String of(String setting) {
        String name = setting.startsWith(OWN) ? setting.substring(OWN.length()) : setting;
        return PREFIX
                + name.replace("_", "___").replace("-", "__").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The setting that a variable means; empty when it means none. */
    Optional<String> setting(String variable) {
        String name = declared.get(variable);
        if (name != null) {
            return Optional.of(name);
        }
        return variable.startsWith(KAFKA) && variable.length() > KAFKA.length()
                ? Optional.of("kafka." + kafka(variable.substring(KAFKA.length())))
                : Optional.empty();
    }

    private static String kafka(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace("___", "\0")
                .replace("__", "-")
                .replace('_', '.')
                .replace('\0', '_');
    }

    /** Whether a variable looks as if it were for us and means nothing; an orchestrator may have set it for its own ends. */
    boolean isUnknown(String variable) {
        return variable.startsWith(PREFIX)
                && !OTHERS.contains(variable)
                && !variable.matches(".*_(SERVICE_HOST|SERVICE_PORT|PORT)(_.*)?");
    }
}
