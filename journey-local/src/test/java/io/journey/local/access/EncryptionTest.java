package io.journey.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.broker.EncryptedBroker;
import io.journey.local.house.Cluster;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import io.journey.local.simulator.Phase;
import io.journey.local.simulator.Shop;
import io.journey.local.simulator.ShopDefinition;
import io.journey.local.simulator.ShopSettings;
import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import io.journey.sink.database.DatabaseUnavailableException;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline over encrypted connections: SASL/SCRAM and mutual TLS to the broker, TLS to PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncryptionTest {

    private static final String USER = "journey";
    private static final String SECRET = "a secret of the tests";
    private static final String TYPE = "PKCS12";

    private final Definition definition = ShopDefinition.read();
    private Path folder = Path.of("");
    private Certificate server;
    private Certificate client;
    private EncryptedBroker broker;
    private EmbeddedRegistry registry;
    private EmbeddedPostgres postgres;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        server = Certificate.of("server", directory.resolve("keys"));
        client = Certificate.of("client", directory.resolve("keys"));
        Map<String, String> stores = new HashMap<>(keystore(server));
        stores.putAll(truststore(client));
        broker = EncryptedBroker.start(directory.resolve("broker"), stores);
        broker.addUser(USER, SECRET);
        registry = EmbeddedRegistry.start(RegistrySettings.on(broker.bootstrapServers()));
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", server.pem().toString())
                .setServerConfig("ssl_key_file", server.key().toString())
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
        Topics.provide(
                new Cluster(broker.bootstrapServers(), registry.uri(), Map.of("auto.register.schemas", "true")),
                JourneyTopic.DEFAULT_PREFIX,
                Optional.of(2));
    }

    @AfterAll
    void stop() throws Exception {
        postgres.close();
        registry.close();
        broker.close();
    }

    @Test
    void thePipelineRunsOverThem() throws Exception {
        try (JourneyApplication application = new JourneyApplication(
                        new StreamsSettings(streams()), List.of(definition), new SimpleMeterRegistry());
                SinkApplication sink = new SinkApplication(SinkSettings.of(sink(server)))) {
            application.start();
            sink.start();
            long sent = send();

            Patience.until(sent + " records in the table of balances", () -> {
                assertThat(application.failure()).isNull();
                return ask("SELECT coalesce(sum(read), 0) FROM balance") == sent;
            });
            assertThat(ask("SELECT count(*) FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)"
                            + " WHERE ssl AND application_name LIKE '%JDBC%'"))
                    .isPositive();
        }
    }

    @Test
    void whoShowsNothingOrTheWrongThingIsTurnedAway() {
        assertThatThrownBy(() -> askBroker(broker.byPassword(USER, "wrong", truststore(server))))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> askBroker(broker.byCertificate(truststore(server))))
                .hasCauseInstanceOf(SslAuthenticationException.class);
        // And a server that cannot show the certificate that is trusted is not believed.
        assertThatThrownBy(() -> askBroker(broker.byPassword(USER, SECRET, truststore(client))))
                .hasCauseInstanceOf(SslAuthenticationException.class);
        assertThatThrownBy(() -> {
                    try (SinkApplication sink = new SinkApplication(SinkSettings.of(sink(client)))) {
                        sink.start();
                    }
                })
                .isInstanceOf(DatabaseUnavailableException.class);
    }

    private static void askBroker(Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.copyOf(settings))) {
            admin.listTopics().names().get();
        }
    }

    private long ask(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException notYet) {
            // The sink makes its tables when it starts.
            return -1;
        }
    }

    private long send() {
        Phase weeks = new Phase(Instant.parse("2026-01-05T00:00:00Z"), 0.001, 1, 0.3);
        Shop shop = new Shop(new ShopSettings(1, "tls", List.of(weeks), 0, 0, 100));
        Map<String, String> settings = broker.byPassword(USER, SECRET, truststore(server));
        settings.put("schema.registry.url", registry.uri().toString());
        try (TouchpointProducer producer = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX),
                new Identities(definition.identity().ladder(), Map.of(), IdentityHash.NONE),
                settings)) {
            while (shop.hasNext()) {
                producer.send(shop.next().event());
            }
            producer.flush();
            return producer.stored();
        }
    }

    private Map<String, String> streams() {
        Map<String, String> settings = broker.byPassword(USER, SECRET, truststore(server));
        settings.put("schema.registry.url", registry.uri().toString());
        settings.put("state.dir", folder.resolve("state").toString());
        return settings;
    }

    private Map<String, String> sink(Certificate databaseAuthority) {
        Map<String, String> stores = new HashMap<>(keystore(client));
        stores.putAll(truststore(server));
        Map<String, String> settings = new HashMap<>();
        broker.byCertificate(stores).forEach((name, value) -> settings.put("kafka." + name, value));
        settings.put("kafka.schema.registry.url", registry.uri().toString());
        settings.put(
                "database.url",
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?sslmode=verify-full&sslrootcert="
                        + databaseAuthority.pem());
        settings.put("database.user", "postgres");
        settings.put("http.port", "0");
        return settings;
    }

    private static Map<String, String> keystore(Certificate of) {
        return Map.of(
                "ssl.keystore.type",
                TYPE,
                "ssl.keystore.location",
                of.keystore().toString(),
                "ssl.keystore.password",
                Certificate.PASSWORD,
                "ssl.key.password",
                Certificate.PASSWORD);
    }

    private static Map<String, String> truststore(Certificate of) {
        return Map.of(
                "ssl.truststore.type",
                TYPE,
                "ssl.truststore.location",
                of.truststore().toString(),
                "ssl.truststore.password",
                Certificate.PASSWORD);
    }
}
