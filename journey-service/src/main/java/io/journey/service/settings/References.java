package io.journey.service.settings;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigTransformer;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.config.provider.DirectoryConfigProvider;
import org.apache.kafka.common.config.provider.EnvVarConfigProvider;
import org.apache.kafka.common.config.provider.FileConfigProvider;

/**
 * Replaces what a value refers to: {@code ${env:NAME}} by a variable, {@code ${dir:FOLDER:FILE}} by a file's content,
 * {@code ${file:PROPERTIES:KEY}} by an entry of a properties file. Kafka's own form and providers.
 */
final class References {

    private static final Pattern LEFT = Pattern.compile("\\$\\{(env|dir|file):[^}]*}");

    private final ConfigTransformer transformer;

    References(Map<String, String> environment) {
        EnvVarConfigProvider variables = new EnvVarConfigProvider(environment);
        variables.configure(Map.of());
        Map<String, ConfigProvider> providers = Map.of(
                "env",
                variables,
                "dir",
                configured(new DirectoryConfigProvider()),
                "file",
                configured(new FileConfigProvider()));
        this.transformer = new ConfigTransformer(providers);
    }

    private static ConfigProvider configured(ConfigProvider provider) {
        provider.configure(Map.of());
        return provider;
    }

    /**
     * The value with what it refers to in place.
     *
     * @throws UnresolvedException naming the reference that leads nowhere
     */
    String resolve(String value) {
        String resolved;
        try {
            resolved = Objects.requireNonNull(
                    transformer.transform(Map.of("", value)).data().get(""));
        } catch (KafkaException unreadable) {
            throw new UnresolvedException(reference(value) + " cannot be read: " + unreadable.getMessage());
        }
        // Compared with the text, because what a secret holds may look like a reference.
        Matcher left = LEFT.matcher(value);
        while (left.find()) {
            if (resolved.contains(left.group())) {
                throw new UnresolvedException(left.group() + " leads nowhere");
            }
        }
        return resolved;
    }

    private static String reference(String value) {
        Matcher found = LEFT.matcher(value);
        return found.find() ? found.group() : value;
    }

    /** A value refers to something that is not there. */
    static final class UnresolvedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnresolvedException(String message) {
            super(message);
        }
    }
}
