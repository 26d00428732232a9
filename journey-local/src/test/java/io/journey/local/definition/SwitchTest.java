package io.journey.local.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import io.journey.events.v1.Balance;
import io.journey.events.v1.Touchpoint;
import io.journey.local.Ran;
import io.journey.local.TestHouse;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.streams.DefinitionConflictException;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.replay.Drain;
import io.journey.streams.table.PublishedTopics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New results are computed beside those in use and take over in one step, with nothing of the old ones left. */
class SwitchTest {

    private static final String PREFIX = "shop";
    private static final String BESIDE = "shop-next";

    private static final String FIRST = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer]}
            stages: [{id: seen}, {id: interested}, {id: bought}]
            initialStage: seen
            conversion: {stage: bought, window: P30D}
            rules:
              - {stage: interested, when: {touchpoint: mail_clicked}}
              - {stage: bought, when: {touchpoint: order_placed}}
            """;
    /** A stage less, so whatever the first said of it must go. */
    private static final String SECOND = FIRST.replace("version: 1", "version: 2")
            .replace("{id: interested}, ", "")
            .replace("  - {stage: interested, when: {touchpoint: mail_clicked}}\n", "");

    private final Definition first = defined(FIRST);
    private final Definition second = defined(SECOND);
    private Path folder = Path.of("");
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        folder = directory;
        house = TestHouse.open(directory.resolve("house"));
        Topics.provide(house.cluster(), PREFIX, Optional.of(2));
        Topics.provideBeside(house.cluster().brokers(), house.cluster().clients(), new TopicNames(PREFIX, BESIDE));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anotherVersionTakesOverInOneStepAndGoesOn() throws Exception {
        send("a1", "ada", "page_viewed", 1);
        send("a2", "ada", "mail_clicked", 2);
        send("a3", "ada", "order_placed", 3);
        send("b1", "bob", "mail_clicked", 1);
        try (JourneyApplication old = start(first, Map.of());
                JourneyApplication next = start(second, Map.of(StreamsSettings.RESULTS_PREFIX, BESIDE))) {
            awaitDone(old, first, 4);
            awaitDone(next, second, 4);
            var before = rows(PREFIX);

            Ran diff = definition("diff");
            assertThat(diff.exitCode()).as(diff.err()).isEqualTo(3);
            assertThat(diff.out())
                    .contains("version: 1 -> 2", "application: journey-shop-v1 -> journey-shop-v2")
                    .containsPattern("interested +2 +0 +1 +0\n")
                    .containsPattern("bought +1 +1 +1 +1\n");

            Ran activate = definition("activate");
            assertThat(activate.exitCode()).isEqualTo(1);
            assertThat(activate.err()).contains("journey-shop-v1 and journey-shop-v2 still running");
            assertThat(rows(PREFIX)).isEqualTo(before);
        }
        Ran activate = definition("activate");
        assertThat(activate.exitCode()).as(activate.err()).isZero();
        assertThat(activate.out()).contains("definitions: 1 rows written, 0 withdrawn", "stages: 2 rows written, 1 ");
        assertThat(rows(PREFIX)).isEqualTo(rows(BESIDE));
        assertThatThrownBy(() -> start(first, Map.of())).isInstanceOf(DefinitionConflictException.class);

        Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> corrected;
        try (JourneyApplication next = start(second, Map.of())) {
            // Late: before everything else of hers.
            send("a0", "ada", "page_viewed", 0);
            send("b2", "bob", "order_placed", 4);
            awaitDone(next, second, 6);
            corrected = rows(PREFIX);
            theSameIsComputedFromTheBeginning(next, corrected);
        }
    }

    private void theSameIsComputedFromTheBeginning(
            JourneyApplication inUse, Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> expected)
            throws Exception {
        assertThat(reset().err()).contains("is computed by journey-shop-v2 already");
        CompletableFuture<Ran> reset =
                CompletableFuture.supplyAsync(() -> reset("--set", "journey.application.prefix=again"));
        Patience.until("the results beside", () -> reset.isDone() || read("shop-beside") == 6);
        assertThat(reset).as("it waits until the other one has ended").isNotDone();
        inUse.close();

        Ran ran = reset.get();
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("stop every journey-streams that computes shop: journey-shop-v2");
        var now = rows(PREFIX);
        assertThat(new Results(published(PREFIX), "shop")
                        .definition()
                        .orElseThrow()
                        .getApplication())
                .isEqualTo("again-shop-v2");
        now.remove(JourneyTopic.DEFINITIONS);
        expected.remove(JourneyTopic.DEFINITIONS);
        assertThat(now).isEqualTo(expected);
        assertThatThrownBy(() -> start(second, Map.of()))
                .isInstanceOf(DefinitionConflictException.class)
                .hasMessageContaining("again-shop-v2");
        try (JourneyApplication again = start(second, Map.of(StreamsSettings.APPLICATION_PREFIX, "again"))) {
            send("c1", "cem", "order_placed", 5);
            awaitDone(again, second, 7, "again");
        }
    }

    @Test
    void whatWasNotComputedCannotBeActivated() {
        assertThat(definition("activate").err()).contains("no results of shop are published under shop-next");
        assertThat(Ran.command(
                                "definition",
                                "diff",
                                "--bootstrap-servers",
                                house.cluster().bootstrapServers(),
                                "--registry",
                                house.cluster().registry().toString(),
                                "--journey",
                                "shop",
                                "--topic-prefix",
                                PREFIX,
                                "--beside",
                                "nowhere")
                        .err())
                .contains("topic nowhere.definitions.v1 does not exist");
    }

    private static Definition defined(String text) {
        return ((DefinitionFile.Valid) DefinitionFile.read("shop.yaml", text)).definition();
    }

    private Ran definition(String command) {
        return Ran.command(
                "definition",
                command,
                "--bootstrap-servers",
                house.cluster().bootstrapServers(),
                "--registry",
                house.cluster().registry().toString(),
                "--journey",
                "shop",
                "--topic-prefix",
                PREFIX,
                "--beside",
                BESIDE);
    }

    private Ran reset(String... more) {
        try {
            Path file = folder.resolve("streams.properties");
            Files.writeString(
                    file,
                    String.join(
                            "\n",
                            "kafka.bootstrap.servers=" + house.cluster().bootstrapServers(),
                            "kafka.schema.registry.url=" + house.cluster().registry(),
                            "kafka.auto.register.schemas=true",
                            "kafka.state.dir=" + folder.resolve("reset"),
                            "journey.topic.prefix=" + PREFIX,
                            "journey.definitions=" + Files.writeString(folder.resolve("shop.yaml"), SECOND)));
            String[] all = new String[3 + more.length];
            System.arraycopy(new String[] {"reset", "--config", file.toString()}, 0, all, 0, 3);
            System.arraycopy(more, 0, all, 3, more.length);
            return Ran.command(all);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private JourneyApplication start(Definition definition, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(house.cluster().clients());
        settings.put("state.dir", folder.resolve("state").toString());
        settings.put(StreamsSettings.TOPIC_PREFIX, PREFIX);
        settings.put(StreamsSettings.START_TIMEOUT, "PT0S");
        settings.putAll(more);
        JourneyApplication application =
                new JourneyApplication(new StreamsSettings(settings), List.of(definition), new SimpleMeterRegistry());
        try {
            application.start();
            return application;
        } catch (RuntimeException failure) {
            application.close();
            throw failure;
        }
    }

    private void send(String eventId, String customer, String touchpoint, int hour) {
        Touchpoint event = Touchpoint.newBuilder()
                .setEventId(eventId)
                .setSource("tests")
                .setChannel("web")
                .setTouchpoint(touchpoint)
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z").plusSeconds(3600L * hour))
                .setIdentities(Map.of("customer", customer))
                .setAttributes(Map.of())
                .build();
        Identities identities = new Identities(List.of("customer"), Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(PREFIX),
                identities,
                house.cluster().clients())) {
            producer.send(event);
        }
    }

    private void awaitDone(JourneyApplication application, Definition definition, long records) throws Exception {
        awaitDone(application, definition, records, "journey");
    }

    /** Returns when so many records are read, and nothing is under way inside. */
    private void awaitDone(JourneyApplication application, Definition definition, long records, String prefix)
            throws Exception {
        String id = prefix + "-shop-v" + definition.version();
        try (Admin admin = house.cluster().brokers().admin();
                var reader = Drain.reader(house.cluster().clients())) {
            Drain drain = new Drain(admin, reader);
            Patience.until(records + " records read by " + id, () -> {
                assertThat(application.failure()).isNull();
                return read(application.published()) == records
                        && drain.behind(id, drain.partitions(id + "-ladder")) == 0
                        && drain.behind(id, drain.partitions(id + "-differences-by-cell-repartition")) == 0;
            });
        }
    }

    private long read(String resultsPrefix) {
        return read(published(resultsPrefix));
    }

    private static long read(PublishedTopics published) {
        return new Results(published, "shop")
                .rows(JourneyTopic.BALANCE).values().stream()
                        .mapToLong(row -> ((Balance) row).getRead())
                        .sum();
    }

    private PublishedTopics published(String resultsPrefix) {
        return new PublishedTopics(house.cluster().clients(), new TopicNames(PREFIX, resultsPrefix));
    }

    /** All rows but those of the clock, which tell when something was read. */
    private Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> rows(String resultsPrefix) {
        Results results = new Results(published(resultsPrefix), "shop");
        Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> rows = new EnumMap<>(JourneyTopic.class);
        JourneyTopic.PUBLISHED.forEach(topic -> rows.put(topic, results.rows(topic)));
        rows.remove(JourneyTopic.CLOCK);
        return rows;
    }
}
