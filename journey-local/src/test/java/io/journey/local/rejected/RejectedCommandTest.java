package io.journey.local.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Touchpoint;
import io.journey.local.Ran;
import io.journey.local.TestHouse;
import io.journey.local.house.Topics;
import io.journey.local.identity.Patience;
import io.journey.local.simulator.ShopDefinition;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.table.TopicTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectedCommandTest {

    private static final String PREFIX = "again";
    private static final String TOPIC = JourneyTopic.TOUCHPOINTS.named(PREFIX);
    /** Takes the event out of what the repair is told, and gives it the touchpoint that it lacks. */
    private static final String REPAIR =
            "sed -e 's/.*\"event\"://' -e 's/}$//' -e 's/\"touchpoint\":\" \"/\"touchpoint\":\"order_placed\"/'";

    private final Definition definition = ShopDefinition.read();
    private Path folder = Path.of("");
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        folder = directory;
        house = TestHouse.open(directory);
        Topics.provide(house.cluster(), PREFIX, Optional.of(1));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void whatWasRejectedIsListedShownAndSentAgainOnce() throws Exception {
        try (JourneyApplication strict = start(Map.of(StreamsSettings.MAX_EVENT_BYTES, "2000"))) {
            send(event("fine", "order_placed", "short"));
            send(event("large", "order_placed", "x".repeat(3_000)));
            send(event("blank", " ", "short"));
            sendRaw("{\"eventId\":\"bare\",\"channel\":\"web\",\"touchpoint\":\"order_placed\","
                    + "\"occurredAt\":\"2026-03-01T10:00:00Z\",\"identities\":{\"customer\":\"d\"}}");
            awaitRead(strict, 4);
        }
        theRejectedOnesAreListedAndShown();
        try (JourneyApplication lenient = start(Map.of())) {
            // Bytes as they were: the limit was the fault.
            replay("sent 1, sent before 0, ", "--reason", "too_large");
            replay("sent 0, sent before 1, ", "--reason", "too_large");
            // What is no event becomes one.
            String[] repair = {"--all", "--repair", REPAIR, "--definition", shop()};
            replay("sent 2, sent before 1, ", repair);
            replay("sent 0, sent before 3, ", repair);

            assertThat(records()).isEqualTo(7);
            awaitRead(lenient, 7);
            assertThat(sum(lenient, Balance::getInJourneys)).isEqualTo(4);
            assertThat(sum(lenient, Balance::getRejected)).isEqualTo(3);

            // And if somebody insists, it is a duplicate and nothing else.
            replay("sent 1, sent before 0, ", "--again", "--reason", "too_large");
            awaitRead(lenient, 8);
            assertThat(sum(lenient, Balance::getInJourneys)).isEqualTo(4);
            assertThat(sum(lenient, Balance::getDuplicate)).isEqualTo(1);
        }
    }

    private void theRejectedOnesAreListedAndShown() {
        Ran list = rejected("list");
        assertThat(list.err()).isEmpty();
        assertThat(list.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.matches("....-..-..  shop  TOO_LARGE +1  for example again.touchpoints.v1/0/1"))
                .anyMatch(line -> line.contains("  WRONG_MAGIC_BYTE "))
                .last()
                .isEqualTo("3 rejected records");
        assertThat(rejected("list", "--reason", "MISSING_FIELD", "--each", "hour")
                        .out())
                .endsWith("1 rejected records\n");

        Ran show = rejected("show", TOPIC + "/0/3");
        assertThat(show.exitCode()).isZero();
        assertThat(show.out())
                .startsWith("again.touchpoints.v1/0/3 in journey shop\nreason   WRONG_MAGIC_BYTE: ")
                .contains("remedy   Name a serializer")
                .contains("00000000  7b 22 65 76 65 6e 74 49 64 22 3a 22 62 61 72 65  {\"eventId\":\"bare")
                .contains("event    {\"eventId\":\"bare\",");

        Ran nothing = rejected("show", TOPIC + "/0/0");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("no record again.touchpoints.v1/0/0 was rejected");
    }

    @Test
    void aRepairWithoutADefinitionAndAChoiceOfNothingAreWrongUsage() {
        assertThat(rejected("replay").err()).contains("choose records by --reason, --from, --to or --id");
        assertThat(rejected("replay", "--all", "--repair", "cat").err()).contains("--repair needs --definition");
        assertThat(rejected("show", "nowhere").exitCode()).isEqualTo(2);
    }

    private void replay(String expected, String... options) {
        Ran ran = rejected("replay", options);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith(expected).endsWith("still no event 0\n");
        assertThat(ran.exitCode()).isZero();
    }

    private Ran rejected(String verb, String... options) {
        List<String> line = new ArrayList<>(List.of("rejected", verb));
        line.addAll(List.of("--bootstrap-servers", house.cluster().bootstrapServers()));
        line.addAll(List.of("--registry", house.cluster().registry().toString(), "--topic-prefix", PREFIX));
        line.addAll(List.of(options));
        return Ran.command(line.toArray(String[]::new));
    }

    private JourneyApplication start(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(house.cluster().clients());
        settings.put("state.dir", folder.resolve("state").toString());
        settings.put(StreamsSettings.APPLICATION_PREFIX, PREFIX);
        settings.put(StreamsSettings.TOPIC_PREFIX, PREFIX);
        settings.putAll(more);
        JourneyApplication application =
                new JourneyApplication(new StreamsSettings(settings), List.of(definition), new SimpleMeterRegistry());
        application.start();
        return application;
    }

    private static Touchpoint event(String id, String touchpoint, String note) {
        return Touchpoint.newBuilder()
                .setEventId(id)
                .setSource("tests")
                .setChannel("web")
                .setTouchpoint(touchpoint)
                .setOccurredAt(Instant.parse("2026-03-01T10:00:00Z"))
                .setIdentities(Map.of("customer", id))
                .setAttributes(Map.of("note", note))
                .build();
    }

    private void send(Touchpoint event) {
        Identities identities = new Identities(definition.identity().ladder(), Map.of(), IdentityHash.NONE);
        try (TouchpointProducer producer =
                new TouchpointProducer(TOPIC, identities, house.cluster().clients())) {
            producer.send(event);
        }
    }

    private void sendRaw(String value) throws Exception {
        Map<String, Object> settings = new HashMap<>(house.cluster().clients());
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, new byte[] {1}, value.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private void awaitRead(JourneyApplication application, long records) throws InterruptedException {
        Patience.until(records + " records in the balance", () -> {
            assertThat(application.failure()).isNull();
            return sum(application, Balance::getRead) == records;
        });
    }

    private static long sum(JourneyApplication application, ToLongFunction<Balance> column) {
        try (TopicTable<BalanceKey, Balance> table = application.published().table(JourneyTopic.BALANCE)) {
            Collection<Balance> rows = table.refresh().values();
            return rows.stream().mapToLong(column).sum();
        }
    }

    private long records() throws Exception {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (Admin admin = house.cluster().brokers().admin()) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        }
    }

    private String shop() throws Exception {
        Path file = folder.resolve("shop.yaml");
        try (var resource = RejectedCommandTest.class.getResourceAsStream("/definitions/shop.yaml")) {
            assertThat(resource).isNotNull();
            Files.write(file, resource.readAllBytes());
        }
        return file.toString();
    }
}
