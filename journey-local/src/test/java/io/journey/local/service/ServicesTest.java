package io.journey.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import io.journey.service.ServiceCommand;
import io.journey.sink.service.SinkMain;
import io.journey.sink.service.SinkService;
import io.journey.streams.metrics.JourneyMeter;
import io.journey.streams.service.StreamsMain;
import io.journey.streams.service.StreamsService;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Both services as processes, set by file, environment and option, in front of a broker and a registry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServicesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DEFINITION = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer]}
            stages: [{id: seen}, {id: bought}]
            initialStage: seen
            conversion: {stage: bought, window: P30D}
            rules: [{stage: bought, when: {touchpoint: order_placed}}]
            """;

    private Path folder = Path.of("");
    private House house;
    private Path definition = Path.of("");

    @BeforeAll
    void open(@TempDir Path given) throws IOException, InterruptedException {
        folder = given;
        house = House.open(folder.resolve("house"), 0, 0);
        Topics.provide(house.cluster(), JourneyTopic.DEFAULT_PREFIX, Optional.of(2));
        definition = Files.createDirectories(folder.resolve("definitions")).resolve("shop.yaml");
        Files.writeString(definition, DEFINITION);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private RunningService streams() throws IOException {
        Path file = Files.writeString(
                folder.resolve("streams.properties"),
                "kafka.bootstrap.servers=" + house.cluster().bootstrapServers()
                        + "\nkafka.schema.registry.url=nonsense\njourney.health.listen=127.0.0.1:0\n");
        return RunningService.start(
                StreamsMain.class,
                folder,
                Map.of(
                        "JOURNEY_KAFKA_SCHEMA_REGISTRY_URL",
                                house.cluster().registry().toString(),
                        "JOURNEY_DEFINITIONS", folder.resolve("definitions").toString(),
                        "JOURNEY_INSTANCE_ID", "one"),
                "--config",
                file.toString(),
                "--set",
                "kafka.state.dir=" + folder.resolve("state"));
    }

    private RunningService sink() throws IOException {
        return RunningService.start(
                SinkMain.class,
                folder,
                Map.of(
                        "JOURNEY_KAFKA_BOOTSTRAP_SERVERS",
                        house.cluster().bootstrapServers(),
                        "JOURNEY_KAFKA_SCHEMA_REGISTRY_URL",
                        house.cluster().registry().toString(),
                        "JOURNEY_DATABASE_URL",
                        "jdbc:duckdb:" + folder.resolve("sink.duckdb"),
                        "JOURNEY_HTTP_PORT",
                        "0"));
    }

    private void send(String eventId, String touchpoint) {
        Touchpoint event = Touchpoint.newBuilder()
                .setEventId(eventId)
                .setSource("tests")
                .setChannel("web")
                .setTouchpoint(touchpoint)
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z"))
                .setIdentities(Map.of("customer", "ada"))
                .setAttributes(Map.of())
                .build();
        Identities identities = new Identities(List.of("customer"), Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX),
                identities,
                house.cluster().clients())) {
            producer.send(event);
        }
    }

    @Test
    void theyRunTogetherSayHowTheyAreAndEndInOrder() throws Exception {
        try (RunningService streams = streams();
                RunningService sink = sink()) {
            streams.await("/health/ready", 200, "\"UP\"");
            sink.await("/health/ready", 200, "\"UP\"");
            send("1", "page_viewed");
            send("2", "order_placed");

            sink.await("/api/v1/balance?journey=shop", 200, "\"read\":2");

            assertThat(streams.get("/health/live").statusCode()).isEqualTo(200);
            assertThat(streams.get("/metrics").body())
                    .contains("journey_events", "kafka_stream_thread", "jvm_memory_used_bytes");
            assertThat(sink.get("/metrics").body())
                    .contains("journey_sink_records_total", "kafka_consumer", "jvm_memory_used_bytes");
            assertThat(Scrape.journeyMeters(streams.get("/metrics").body()))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(JourneyMeter.values())
                            .map(JourneyMeter::prometheusName)
                            .toList());
            // Debian's package prometheus brings promtool; CI installs it.
            assertThat(Scrape.faults(streams.get("/metrics").body())).isEmpty();
            assertThat(Scrape.faults(sink.get("/metrics").body())).isEmpty();
            JsonNode info = JSON.readTree(streams.get("/info").body());
            assertThat(info.at("/definitions/0/journey").asText()).isEqualTo("shop");
            assertThat(info.at("/definitions/0/fingerprint").asText()).isNotEmpty();
            assertThat(info.at("/schemaIds").size()).isEqualTo(2 * JourneyTopic.values().length);
            assertThat(info.at("/schemaIds/journey.touchpoints.v1-value").asInt())
                    .isPositive();
            assertThat(JSON.readTree(sink.get("/info").body()).at("/service").asText())
                    .isEqualTo("journey-sink");
            assertThat(streams.get("/metricsx").statusCode()).isEqualTo(404);

            assertThat(streams.terminate()).as(streams.log()).isZero();
            assertThat(sink.terminate()).as(sink.log()).isZero();
        }
    }

    @Test
    void aStartThatWaitsForBrokersIsAliveNotReadyAndCanBeEnded() throws Exception {
        try (RunningService streams = RunningService.start(
                StreamsMain.class,
                folder,
                Map.of(),
                "--set",
                "kafka.bootstrap.servers=127.0.0.1:1",
                "--set",
                "kafka.state.dir=" + folder.resolve("waiting"),
                "--set",
                "journey.definitions=" + definition,
                "--set",
                "journey.health.listen=127.0.0.1:0")) {
            streams.await("/health/ready", 503, "waits: ");
            assertThat(streams.get("/health/live").statusCode()).isEqualTo(200);

            assertThat(streams.terminate()).as(streams.log()).isZero();
        }
    }

    @Test
    void allFaultsComeInOneMessageAndNothingStarts() {
        StringWriter err = new StringWriter();
        CommandLine streams = ServiceCommand.of(
                        new StreamsService(), Map.of("JOURNEY_PARTITIONS", "0", "JOURNEY_HTTP_LISTEN", "here"))
                .setErr(new PrintWriter(err));
        CommandLine sink = ServiceCommand.of(new SinkService(), Map.of("JOURNEY_HTTP_PORT", "-1"))
                .setErr(new PrintWriter(err));

        assertThat(streams.execute("--set", "journey.clok=live", "--set", "acks=all"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "kafka.bootstrap.servers",
                        "kafka.state.dir",
                        "journey.partitions",
                        "journey.http.listen",
                        "journey.clok",
                        "acks is no setting");
        assertThat(sink.execute("--set", "database.url=mysql:x")).isEqualTo(2);
        assertThat(err.toString()).contains("http.port", "database.url", "kafka.bootstrap.servers");
    }

    @Test
    void aDefinitionThatIsWrongIsToldWithItsLine() throws IOException {
        StringWriter err = new StringWriter();
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "journey: x\nversion: none\n");

        int exit = ServiceCommand.of(new StreamsService(), Map.of())
                .setErr(new PrintWriter(err))
                .execute(
                        "--set",
                        "kafka.bootstrap.servers=b:1",
                        "--set",
                        "kafka.state.dir=s",
                        "--set",
                        "journey.definitions=" + wrong);

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("wrong.yaml:2: version");
    }
}
