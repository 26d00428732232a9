package io.journey.events.registry;

import io.journey.events.tls.CertificateStore;
import io.journey.events.tls.Tls;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * Where the registry is and how it is talked to, checked.
 *
 * @param urls base URLs in the order in which they are tried, at least one
 * @param credentials sent with every call
 * @param tls certificates and keys; empty for what Java trusts
 * @param retry repetition of failed calls
 * @param connectTimeout longest time to connect
 * @param readTimeout longest time to wait for an answer
 * @param missingIdTtl how long an unknown id is taken as unknown without asking again
 * @param normalize how schemas are compared when they are registered or looked up
 */
public record RegistrySettings(
        List<URI> urls,
        Credentials credentials,
        Optional<Tls> tls,
        RetryPolicy retry,
        Duration connectTimeout,
        Duration readTimeout,
        Duration missingIdTtl,
        Normalization normalize) {

    /** Whether the registry is asked to bring schemas into a normal form before it compares them. */
    public enum Normalization {
        AS_WRITTEN,
        NORMALIZED
    }

    /**
     * Reads the settings; each may also be given with the prefix {@code schema.registry.}, and others are ignored.
     *
     * @throws ConfigException naming every fault at once
     */
    public static RegistrySettings of(Map<String, ?> configs) {
        ConfigDef definition = RegistryConfig.definition();
        Map<String, String> given = GivenSettings.texts(definition, configs);
        List<String> faults = new ArrayList<>();
        definition.validate(given).forEach(value -> faults.addAll(value.errorMessages()));
        if (!faults.isEmpty()) {
            throw fault(faults);
        }
        Checked checked = new Checked(new AbstractConfig(definition, given, false), faults);
        RegistrySettings settings = checked.settings();
        if (!faults.isEmpty()) {
            throw fault(faults);
        }
        return settings;
    }

    private static ConfigException fault(List<String> faults) {
        return new ConfigException("schema registry: " + String.join("; ", faults));
    }

    private record Checked(AbstractConfig config, List<String> faults) {

        RegistrySettings settings() {
            return new RegistrySettings(
                    urls(),
                    credentials(),
                    tls(),
                    new RetryPolicy(
                            config.getInt(RegistryConfig.MAX_RETRIES),
                            millis(RegistryConfig.RETRIES_WAIT_MS),
                            millis(RegistryConfig.RETRIES_MAX_WAIT_MS)),
                    millis(RegistryConfig.CONNECT_TIMEOUT_MS),
                    millis(RegistryConfig.READ_TIMEOUT_MS),
                    Duration.ofSeconds(config.getLong(RegistryConfig.MISSING_ID_TTL_SEC)),
                    config.getBoolean(RegistryConfig.NORMALIZE) ? Normalization.NORMALIZED : Normalization.AS_WRITTEN);
        }

        private List<URI> urls() {
            List<URI> urls = new ArrayList<>();
            for (String text : config.getList(RegistryConfig.URL)) {
                try {
                    URI url = URI.create(text.strip());
                    if (!List.of("http", "https").contains(String.valueOf(url.getScheme())) || url.getHost() == null) {
                        faults.add(RegistryConfig.URL + ": found " + url + ", expected http:// or https:// and a host");
                    }
                    urls.add(url);
                } catch (IllegalArgumentException e) {
                    faults.add(RegistryConfig.URL + ": " + e.getMessage() + ", expected a URL");
                }
            }
            if (config.getList(RegistryConfig.URL).isEmpty()) {
                faults.add(RegistryConfig.URL + ": empty, expected at least one URL");
            }
            return List.copyOf(urls);
        }

        private Credentials credentials() {
            if (!config.getString(RegistryConfig.BEARER_AUTH_SOURCE).isEmpty()) {
                return new Credentials.BearerToken(
                        required(RegistryConfig.BEARER_AUTH_TOKEN, RegistryConfig.BEARER_AUTH_SOURCE));
            }
            if (config.getString(RegistryConfig.BASIC_AUTH_SOURCE).equals("USER_INFO")) {
                return new Credentials.UserInfo(
                        required(RegistryConfig.BASIC_AUTH_USER_INFO, RegistryConfig.BASIC_AUTH_SOURCE));
            }
            return new Credentials.InUrl();
        }

        private Optional<Tls> tls() {
            Optional<CertificateStore> truststore = store(
                    RegistryConfig.TRUSTSTORE_LOCATION,
                    RegistryConfig.TRUSTSTORE_PASSWORD,
                    RegistryConfig.TRUSTSTORE_TYPE);
            Optional<CertificateStore> keystore = store(
                    RegistryConfig.KEYSTORE_LOCATION, RegistryConfig.KEYSTORE_PASSWORD, RegistryConfig.KEYSTORE_TYPE);
            if (truststore.isEmpty() && keystore.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Tls(truststore, keystore));
        }

        private Optional<CertificateStore> store(String location, String password, String type) {
            if (config.getString(location).isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new CertificateStore(
                    Path.of(config.getString(location)), secret(password), config.getString(type)));
        }

        private String required(String name, String because) {
            String value = secret(name);
            if (value.isEmpty()) {
                faults.add(name + ": empty, expected a value because " + because + " is " + config.getString(because));
            }
            return value;
        }

        private String secret(String name) {
            Password password = config.getPassword(name);
            return password.value();
        }

        private Duration millis(String name) {
            return Duration.ofMillis(config.getLong(name));
        }
    }
}
