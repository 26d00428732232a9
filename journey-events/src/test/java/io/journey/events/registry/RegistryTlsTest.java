package io.journey.events.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.events.support.SmallRegistry;
import io.journey.events.tls.CertificateStore;
import io.journey.events.tls.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {

    private static final String PASSWORD = "changeit";

    @Test
    void talksToARegistryWhoseCertificateItWasToldToTrust(@TempDir Path directory) throws Exception {
        Path keystore = selfSigned(directory);
        CertificateStore own = new CertificateStore(keystore, PASSWORD, "PKCS12");
        try (SmallRegistry registry =
                SmallRegistry.startTls(new Tls(Optional.of(own), Optional.of(own)).context("of the test"))) {
            Map<String, String> trusting = Map.of(
                    "schema.registry.url", registry.uri().toString(),
                    "schema.registry.ssl.truststore.location", keystore.toString(),
                    "schema.registry.ssl.truststore.password", PASSWORD,
                    "schema.registry.ssl.keystore.location", keystore.toString(),
                    "schema.registry.ssl.keystore.password", PASSWORD);
            Map<String, String> distrusting =
                    Map.of("schema.registry.url", registry.uri().toString(), "max.retries", "0");

            assertThat(new RegistryClient(RegistrySettings.of(trusting)).subjects())
                    .isEmpty();
            assertThatThrownBy(() -> new RegistryClient(RegistrySettings.of(distrusting)).subjects())
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("SSLHandshakeException");
        }
    }

    @Test
    void saysWhichFileCannotBeUsed(@TempDir Path directory) {
        RegistrySettings settings = RegistrySettings.of(Map.of(
                "schema.registry.url",
                "https://localhost",
                "schema.registry.ssl.truststore.location",
                directory.resolve("absent.p12").toString(),
                "schema.registry.ssl.truststore.password",
                PASSWORD));

        assertThatThrownBy(() -> new RegistryClient(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("absent.p12")
                .hasMessageContaining("check location, password and type")
                .hasMessageNotContaining(PASSWORD);
    }

    private static Path selfSigned(Path directory) throws IOException, InterruptedException {
        Path keystore = directory.resolve("registry.p12");
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "registry",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        keystore.toString(),
                        "-storepass",
                        PASSWORD))
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keystore;
    }
}
