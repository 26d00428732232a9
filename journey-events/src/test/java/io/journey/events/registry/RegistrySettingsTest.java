package io.journey.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {

    @Test
    void readsUrlsAndIgnoresWhatItDoesNotKnow() {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url",
                "http://a:8081,https://b/path",
                "bootstrap.servers",
                "x",
                "specific.avro.reader",
                true,
                "http.read.timeout.ms",
                7));

        assertThat(settings.urls()).containsExactly(URI.create("http://a:8081"), URI.create("https://b/path"));
        assertThat(settings.readTimeout()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void takesListsAndPasswordsAsKafkaHandsThemOver() {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url",
                List.of("http://a", "http://b"),
                "basic.auth.credentials.source",
                "USER_INFO",
                "basic.auth.user.info",
                new Password("ada:love")));

        assertThat(settings.urls()).hasSize(2);
        assertThat(settings.credentials()).isEqualTo(new Credentials.UserInfo("ada:love"));
    }

    @Test
    void namesEveryFaultAtOnce() {
        assertThatThrownBy(() -> RegistrySettings.of(Map.of(
                        "max.retries", "-1",
                        "http.read.timeout.ms", "soon",
                        "basic.auth.credentials.source", "SASL")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageContaining("max.retries")
                .hasMessageContaining("http.read.timeout.ms")
                .hasMessageContaining("basic.auth.credentials.source");
        assertThatThrownBy(() -> RegistrySettings.of(Map.of(
                        "schema.registry.url", "registry:8081,ftp://x",
                        "basic.auth.credentials.source", "USER_INFO")))
                .hasMessageContaining("registry:8081, expected http:// or https://")
                .hasMessageContaining("ftp://x")
                .hasMessageContaining("basic.auth.user.info: empty");
    }
}
