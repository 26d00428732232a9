package io.journey.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.FreePorts;
import io.journey.local.JourneyProcess;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.sink.service.SinkMain;
import io.journey.streams.service.StreamsMain;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every query of every panel in deploy/grafana, asked of a Prometheus that scrapes both services while the simulated shop
 * is open, and of the tables in PostgreSQL; and the alerts, quiet while all is well and firing when the streams are gone. Needs Debian's prometheus, postgresql-client and python3.
 */
class PanelsTest {

    private static final Path ROOT = Path.of(System.getProperty("journey.root"));

    private static final Path DEFINITION = ROOT.resolve("journey-local/src/main/resources/definitions/shop.yaml");

    private static final ObjectMapper JSON = new ObjectMapper();
    /** They wait for two minutes, which rules out a restart. */
    private static final Duration ALERTED = Duration.ofMinutes(6);

    @Test
    void everyQueryIsAnsweredWithDataAndAlertsFireWhenTheyShould(@TempDir Path folder) throws Exception {
        try (House house = House.open(folder.resolve("house"), 0, 0);
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setPGStartupWait(Duration.ofMinutes(2))
                        .start()) {
            Topics.provide(house.cluster(), JourneyTopic.DEFAULT_PREFIX, Optional.of(2));
            try (RunningService streams = RunningService.start(
                            StreamsMain.class,
                            folder,
                            Map.of(
                                    "JOURNEY_KAFKA_BOOTSTRAP_SERVERS", brokers(house),
                                    "JOURNEY_KAFKA_SCHEMA_REGISTRY_URL", registry(house),
                                    "JOURNEY_KAFKA_STATE_DIR",
                                            folder.resolve("state").toString(),
                                    "JOURNEY_DEFINITIONS", DEFINITION.toString(),
                                    "JOURNEY_HEALTH_LISTEN", "127.0.0.1:0"));
                    RunningService sink = RunningService.start(
                            SinkMain.class,
                            folder,
                            Map.of(
                                    "JOURNEY_KAFKA_BOOTSTRAP_SERVERS", brokers(house),
                                    "JOURNEY_KAFKA_SCHEMA_REGISTRY_URL", registry(house),
                                    "JOURNEY_DATABASE_URL", postgres.getJdbcUrl("postgres", "postgres"),
                                    "JOURNEY_HTTP_PORT", "0"));
                    JourneyProcess shop = JourneyProcess.start(
                            folder,
                            "simulate",
                            "--live",
                            "--diary",
                            folder.resolve("diary.properties").toString(),
                            "--bootstrap-servers",
                            brokers(house),
                            "--registry",
                            registry(house))) {
                int port = FreePorts.next();
                Process prometheus = prometheus(folder, port, streams.address(), sink.address());
                try {
                    sendRubbish(house);
                    assertThat(ask(port, postgres.getPort())).contains(", 0 of them fail or answer nothing");
                    assertThat(shop.isAlive()).as(shop.err()).isTrue();
                    assertThat(firing(port)).isEmpty();

                    streams.kill();
                    Patience.until(
                            "alerts about the streams",
                            ALERTED,
                            () -> firing(port).containsAll(Set.of("JourneyStreamsAbsent", "JourneyInstanceDown")));
                    assertThat(firing(port)).hasSize(2);
                } finally {
                    prometheus.destroy();
                    prometheus.waitFor();
                }
            }
        }
    }

    /** With the rules of deploy/prometheus, under the names of jobs by which rules and panels go. */
    private static Process prometheus(Path folder, int port, URI streams, URI sink) throws IOException {
        Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                global: {scrape_interval: 5s, evaluation_interval: 5s}
                rule_files: ["%s/deploy/prometheus/rules/*.yml"]
                scrape_configs:
                  - job_name: journey-streams
                    static_configs: [{targets: ["%s"]}]
                  - job_name: journey-sink
                    static_configs: [{targets: ["%s"]}]
                """.formatted(
                        ROOT.toAbsolutePath(), streams.getAuthority(), sink.getAuthority()));
        return new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("prometheus"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
    }

    /** Names of the alerts that fire. */
    private static Set<String> firing(int prometheus) {
        try (InputStream answer = URI.create("http://127.0.0.1:" + prometheus + "/api/v1/alerts")
                .toURL()
                .openStream()) {
            Set<String> names = new TreeSet<>();
            for (JsonNode alert : JSON.readTree(answer).at("/data/alerts")) {
                if (alert.get("state").asText().equals("firing")) {
                    names.add(alert.at("/labels/alertname").asText());
                }
            }
            return names;
        } catch (IOException unanswered) {
            throw new UncheckedIOException(unanswered);
        }
    }

    private static String ask(int prometheus, int postgres) throws IOException, InterruptedException {
        ProcessBuilder asking = new ProcessBuilder(
                List.of("python3", ROOT.resolve(".ci/dashboards").toString(), "--wait", "300"));
        asking.environment().put("JOURNEY_PROMETHEUS_URL", "http://127.0.0.1:" + prometheus);
        asking.environment()
                .put("JOURNEY_PSQL", "psql --host=127.0.0.1 --port=" + postgres + " --username=postgres postgres");
        Process process = asking.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void sendRubbish(House house) throws Exception {
        try (KafkaProducer<byte[], byte[]> raw = new KafkaProducer<>(
                Map.copyOf(house.cluster().clients()), new ByteArraySerializer(), new ByteArraySerializer())) {
            raw.send(new ProducerRecord<>(
                            JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX), new byte[] {0}, new byte[] {1
                            }))
                    .get();
        }
    }

    private static String brokers(House house) {
        return house.cluster().bootstrapServers();
    }

    private static String registry(House house) {
        return house.cluster().registry().toString();
    }
}
