package io.journey.local.readers;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.identity.Instructions;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Touchpoint;
import io.journey.local.TestHouse;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.local.simulator.Phase;
import io.journey.local.simulator.Shop;
import io.journey.local.simulator.ShopDefinition;
import io.journey.local.simulator.ShopSettings;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.table.TopicTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of docs/readers, which use no line of ours, read every published topic, and what they add up is what we
 * add up. They need node and npm, and Debian's python3-confluent-kafka, python3-avro and python3-requests.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadersTest {

    private static final Path READERS = Path.of(System.getProperty("journey.root"), "docs", "readers");
    private static final String TOPIC = JourneyTopic.TOUCHPOINTS.named(JourneyTopic.DEFAULT_PREFIX);

    private final Definition definition = ShopDefinition.read();
    private Path folder = Path.of("");
    private TestHouse house;
    private JourneyApplication application;
    private String balance = "";

    @BeforeAll
    void run(@TempDir Path directory) throws Exception {
        folder = directory;
        house = TestHouse.open(directory.resolve("house"));
        Topics.provide(house.cluster(), JourneyTopic.DEFAULT_PREFIX, Optional.of(2));
        Map<String, String> settings = new HashMap<>(house.cluster().clients());
        settings.put("state.dir", directory.resolve("state").toString());
        application =
                new JourneyApplication(new StreamsSettings(settings), List.of(definition), new SimpleMeterRegistry());
        application.start();
        long sent = send();
        Patience.until(sent + " records in the balance", () -> {
            assertThat(application.failure()).isNull();
            Balance sums = balance();
            balance = "balance{read:" + sums.getRead() + ",inJourneys:" + sums.getInJourneys() + ",duplicate:"
                    + sums.getDuplicate() + ",rejected:" + sums.getRejected() + "}";
            return sums.getRead() == sent;
        });
        // What was read last has been published by then, or the numbers would go on changing under the readers.
        application.close();
    }

    @AfterAll
    void close() {
        application.close();
        house.close();
    }

    @Test
    void kafkajsWithConfluentsRegistryClient() throws Exception {
        Files.copy(READERS.resolve("read.mjs"), folder.resolve("read.mjs"));
        String said = run(List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "kafkajs@2.2.4",
                "@confluentinc/schemaregistry@1.10.1",
                "lz4js@0.2.0"));
        assertThat(Files.isDirectory(folder.resolve("node_modules"))).as(said).isTrue();

        readsEverything(run(reader("node", folder.resolve("read.mjs"))));
    }

    @Test
    void pythonWithLibrdkafka() throws Exception {
        readsEverything(run(reader("/usr/bin/python3", READERS.resolve("read.py"))));
    }

    private void readsEverything(String said) {
        List<String> lines = said.lines().toList();
        for (JourneyTopic topic : JourneyTopic.values()) {
            assertThat(lines)
                    .as(said)
                    .anyMatch(line -> line.matches(
                            topic.named(JourneyTopic.DEFAULT_PREFIX) + " records=[1-9][0-9]* rows=[1-9][0-9]*"));
        }
        assertThat(lines.get(lines.size() - 1).replaceAll("[ \"]", "")).isEqualTo(balance);
    }

    private List<String> reader(String interpreter, Path program) {
        return List.of(
                interpreter,
                program.toString(),
                house.cluster().bootstrapServers(),
                house.cluster().registry().toString());
    }

    /** All that a program says, which must end well. */
    private String run(List<String> line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line + "\n" + said).isZero();
        return said;
    }

    private Balance balance() {
        Balance sums = new Balance(1, 0L, 0L, 0L, 0L);
        try (TopicTable<BalanceKey, Balance> table = application.published().table(JourneyTopic.BALANCE)) {
            for (Balance row : table.refresh().values()) {
                sums = new Balance(
                        1,
                        sums.getRead() + row.getRead(),
                        sums.getInJourneys() + row.getInJourneys(),
                        sums.getDuplicate() + row.getDuplicate(),
                        sums.getRejected() + row.getRejected());
            }
        }
        return sums;
    }

    /** The shop's events, an erasure, and bytes that are no event. */
    private long send() throws Exception {
        Phase weeks = new Phase(Instant.parse("2026-01-05T00:00:00Z"), 0.001, 1, 0.3);
        Shop shop = new Shop(new ShopSettings(1, "readers", List.of(weeks), 0, 0, 500));
        List<Touchpoint> events = new ArrayList<>();
        while (shop.hasNext()) {
            events.add(shop.next().event());
        }
        Touchpoint erased = events.stream()
                .filter(event -> event.getIdentities().containsKey("customer"))
                .findFirst()
                .orElseThrow();
        events.add(Touchpoint.newBuilder(erased)
                .setEventId("erase")
                .setTouchpoint(Instructions.ERASE)
                .setOccurredAt(Instant.parse("2026-03-01T00:00:00Z"))
                .setAttributes(Map.of())
                .build());
        try (TouchpointProducer producer = new TouchpointProducer(
                        TOPIC,
                        new Identities(definition.identity().ladder(), Map.of(), IdentityHash.NONE),
                        house.cluster().clients());
                KafkaProducer<byte[], byte[]> raw = new KafkaProducer<>(
                        Map.copyOf(house.cluster().clients()), new ByteArraySerializer(), new ByteArraySerializer())) {
            events.forEach(producer::send);
            raw.send(new ProducerRecord<>(TOPIC, new byte[] {0}, new byte[] {1}))
                    .get();
        }
        return events.size() + 1L;
    }
}
