package io.journey.local.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.local.Ran;
import io.journey.local.broker.GuardedBroker;
import io.journey.local.identity.Patience;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import io.journey.local.simulator.Phase;
import io.journey.local.simulator.Shop;
import io.journey.local.simulator.ShopDefinition;
import io.journey.local.simulator.ShopSettings;
import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline at brokers that allow nothing but what the catalogue grants, each part as a principal of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private static final String PREFIX = "acme";
    private static final String STRANGER = "stranger";
    private static final int EVENTS = 400;

    private final Definition definition = ShopDefinition.read();
    private final Installation installation = new Installation(TopicNames.of(PREFIX), PREFIX, List.of(definition));
    private Path folder = Path.of("");
    private GuardedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        folder = directory;
        List<String> users = Stream.concat(Arrays.stream(Role.values()).map(AccessTest::user), Stream.of(STRANGER))
                .toList();
        broker = GuardedBroker.start(directory.resolve("broker"), users);
        registry = EmbeddedRegistry.start(
                RegistrySettings.on(broker.bootstrapServers()).with(broker.asAdmin()));
        try (Admin admin = Admin.create(clients("admin", broker.asAdmin()))) {
            List<AclBinding> bindings = Arrays.stream(Role.values())
                    .flatMap(role ->
                            role.grants(installation).stream().flatMap(grant -> grant.bindings(role.usualPrincipal())))
                    .toList();
            admin.createAcls(bindings).all().get();
        }
        Ran apply = topicsApply(user(Role.PROVISIONING));
        assertThat(apply.err()).isEmpty();
        assertThat(apply.exitCode()).isZero();
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void thePipelineRunsWithExactlyTheseRights() throws Exception {
        try (JourneyApplication application = new JourneyApplication(
                        new StreamsSettings(streams()), List.of(definition), new SimpleMeterRegistry());
                SinkApplication sink = new SinkApplication(SinkSettings.of(sink()))) {
            application.start();
            sink.start();
            long sent = send();

            assertThat(readAsAnalyst(sent, application)).isEqualTo(sent);
            assertThat(sink.awaitLanded(Patience.LONGEST)).isTrue();
            emptyTheLadder();
            assertThat(application.failure()).isNull();
        }
    }

    @Test
    void whoHasNoRightsIsToldWhichToAskFor() throws Exception {
        Ran ran = topicsApply(STRANGER);

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .contains("do not allow this", "whoever owns the cluster must grant the rights printed above");
        assertThat(ran.out())
                .contains("--operation Create --operation Describe --operation DescribeConfigs --operation AlterConfigs"
                        + " --resource-pattern-type prefixed --topic acme.");
    }

    @Test
    void everyOtherWayInIsClosed() {
        assertRefused(STRANGER, "any", JourneyTopic.BALANCE, TopicAuthorizationException.class);
        assertRefused(
                user(Role.ANALYSTS), "acme-analysts-1", JourneyTopic.TOUCHPOINTS, TopicAuthorizationException.class);
        assertRefused(user(Role.ANALYSTS), "acme-analysts-1", JourneyTopic.REJECTED, TopicAuthorizationException.class);
        assertRefused(user(Role.ANALYSTS), "acme-sink", JourneyTopic.BALANCE, GroupAuthorizationException.class);
        assertRefused(user(Role.SINK), "acme-sink", JourneyTopic.TOUCHPOINTS, TopicAuthorizationException.class);
        assertRefused(user(Role.PRODUCERS), "acme-sink", JourneyTopic.TOUCHPOINTS, GroupAuthorizationException.class);
        assertThatThrownBy(() -> sendAs(user(Role.SINK))).hasRootCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> sendAs(STRANGER)).hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    private void assertRefused(String user, String group, JourneyTopic topic, Class<? extends Exception> how) {
        Map<String, Object> settings = clients(user, Map.of("group.id", group, "default.api.timeout.ms", "20000"));
        settings.put("key.deserializer", SpecificAvroDeserializer.class);
        settings.put("value.deserializer", SpecificAvroDeserializer.class);
        try (KafkaConsumer<Object, Object> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic.named(PREFIX)));
            assertThatThrownBy(() -> {
                        long end = System.nanoTime() + Patience.LONGEST.toNanos();
                        while (System.nanoTime() < end) {
                            consumer.poll(Duration.ofMillis(200));
                        }
                    })
                    .as(user + " in group " + group + " reads " + topic)
                    .isInstanceOf(how);
        }
    }

    private long readAsAnalyst(long expected, JourneyApplication application) {
        Map<String, Object> settings = clients(
                user(Role.ANALYSTS),
                Map.of(
                        "group.id",
                        "acme-analysts-1",
                        "auto.offset.reset",
                        "earliest",
                        "isolation.level",
                        "read_committed"));
        settings.put("key.deserializer", SpecificAvroDeserializer.class);
        settings.put("value.deserializer", SpecificAvroDeserializer.class);
        Map<BalanceKey, Long> read = new HashMap<>();
        try (KafkaConsumer<BalanceKey, Balance> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(JourneyTopic.BALANCE.named(PREFIX)));
            long end = System.nanoTime() + Patience.LONGEST.toNanos();
            while (sum(read) < expected && System.nanoTime() < end && application.failure() == null) {
                for (ConsumerRecord<BalanceKey, Balance> row : consumer.poll(Duration.ofMillis(200))) {
                    read.put(row.key(), row.value().getRead());
                }
            }
        }
        assertThat(application.failure()).isNull();
        return sum(read);
    }

    private static long sum(Map<BalanceKey, Long> read) {
        return read.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The application does so every half minute, which is too long to wait for. */
    private void emptyTheLadder() throws Exception {
        String application = installation.applications().get(0);
        try (Admin admin = Admin.create(clients(user(Role.STREAMS), Map.of()))) {
            assertThat(admin.listConsumerGroupOffsets(application)
                            .partitionsToOffsetAndMetadata()
                            .get())
                    .isNotEmpty();
            admin.deleteRecords(Map.of(new TopicPartition(application + "-ladder", 0), RecordsToDelete.beforeOffset(0)))
                    .all()
                    .get();
        }
    }

    private long send() {
        return sendAs(user(Role.PRODUCERS));
    }

    private long sendAs(String user) {
        Phase weeks = new Phase(Instant.parse("2026-01-05T00:00:00Z"), 0.001, 1, 0.3);
        Shop shop = new Shop(new ShopSettings(1, "acl", List.of(weeks), 0, 0, EVENTS));
        try (TouchpointProducer producer = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(PREFIX),
                new Identities(definition.identity().ladder(), Map.of(), IdentityHash.NONE),
                clients(user, Map.of("max.block.ms", "20000")))) {
            while (shop.hasNext()) {
                producer.send(shop.next().event());
            }
            producer.flush();
            return producer.stored();
        }
    }

    @Test
    void theDoctorSeesWhichRightsAreThereAndWhichAreNot() throws IOException {
        Ran well = command(user(Role.SINK), "doctor", "--role", "sink", "--topic-prefix", PREFIX);
        assertThat(well.out()).contains("ok      rights of sink: there are those on 10 topics and groups\n");
        assertThat(well.exitCode()).isZero();

        Ran refused = command(STRANGER, "doctor", "--role", "producers", "--topic-prefix", PREFIX);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out())
                .contains("FAULT   rights of producers: the principal of --client-config may not write topic"
                        + " acme.touchpoints.v1; whoever owns the cluster must grant it");
    }

    @Test
    void operatorsLookAtRejectedRecordsAndOthersDoNot() throws IOException {
        String[] list = {"rejected", "list", "--registry", registry.uri().toString(), "--topic-prefix", PREFIX};

        Ran seen = command(user(Role.OPERATORS), list);
        assertThat(seen.err()).isEmpty();
        assertThat(seen.exitCode()).isZero();

        Ran refused = command(user(Role.ANALYSTS), list);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: the brokers do not allow this principal to do this (")
                .endsWith("): whoever owns the cluster must grant it, and journey topics acls prints how");
    }

    private Ran topicsApply(String user) throws IOException {
        return command(
                user, "topics", "apply", "--topic-prefix", PREFIX, "--application-prefix", PREFIX, "--partitions", "2");
    }

    private Ran command(String user, String... line) throws IOException {
        Path config = folder.resolve(user + ".properties");
        Files.writeString(
                config,
                broker.as(user).entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n")));
        return Ran.command(Stream.concat(
                        Arrays.stream(line),
                        Stream.of(
                                "--bootstrap-servers", broker.bootstrapServers(), "--client-config", config.toString()))
                .toArray(String[]::new));
    }

    private Map<String, String> streams() {
        Map<String, String> settings = texts(clients(user(Role.STREAMS), Map.of()));
        settings.put("state.dir", folder.resolve("state").toString());
        settings.put(StreamsSettings.APPLICATION_PREFIX, PREFIX);
        settings.put(StreamsSettings.TOPIC_PREFIX, PREFIX);
        return settings;
    }

    private Map<String, String> sink() {
        Map<String, String> settings = new HashMap<>();
        texts(clients(user(Role.SINK), Map.of())).forEach((name, value) -> settings.put("kafka." + name, value));
        settings.put("topic.prefix", PREFIX);
        settings.put("database.url", "jdbc:duckdb:" + folder.resolve("sink.duckdb"));
        settings.put("http.port", "0");
        return settings;
    }

    private Map<String, Object> clients(String user, Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(broker.as(user));
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.uri().toString());
        settings.put("auto.register.schemas", "true");
        settings.putAll(more);
        return settings;
    }

    private static Map<String, String> texts(Map<String, Object> settings) {
        Map<String, String> texts = new HashMap<>();
        settings.forEach((name, value) -> texts.put(name, value.toString()));
        return texts;
    }

    private static String user(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
