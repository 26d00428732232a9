package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.RandomLadder;
import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryConfig;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.local.FreePorts;
import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import io.journey.local.house.Cluster;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import io.journey.streams.JourneyApplication;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events of a schema that the application has never seen, while nobody can say what it is. */
class DeadRegistryTest {

    private static final String PREFIX = "dead";
    private static final String TOPIC = JourneyTopic.TOUCHPOINTS.named(PREFIX);
    private static final String GROUP = PREFIX + "-random-v1";
    private static final long SEED = 9;
    private static final int PARTITIONS = 2;
    /** What an optional field that is absent adds to a record in Avro's binary form. */
    private static final byte ABSENT = 0;

    @TempDir
    Path folder = Path.of("");

    @Test
    void theirPartitionWaitsAndTheOtherGoesOnAndNothingIsLostOrRejected() throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, 600, 30);
        int registryPort = FreePorts.next();
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(folder.resolve("broker"), 0))) {
            RegistrySettings registry =
                    RegistrySettings.on(broker.bootstrapServers()).onPort(registryPort);
            Cluster cluster = new Cluster(
                    broker.bootstrapServers(),
                    URI.create("http://127.0.0.1:" + registryPort),
                    Map.of(RegistryConfig.AUTO_REGISTER, "true"));
            EmbeddedRegistry alive = EmbeddedRegistry.start(registry);
            try (RandomCase given = RandomCase.on(cluster, PREFIX, PARTITIONS, ladder, SEED);
                    // Other settings than the sender's, so another client: what the sender knows it must ask for.
                    JourneyApplication application = given.application(
                            folder.resolve("state"),
                            Map.of("num.stream.threads", "2", RegistryConfig.MISSING_ID_TTL_SEC, "6"))) {
                application.start();
                given.send(200);
                // Until then it would ask for the schemas of its own results, and every partition would wait.
                Patience.until(
                        "results of every kind",
                        () -> application.state() == JourneyApplication.State.RUNNING
                                && isOfEveryKind(given.published(application)));
                int newId = registerNewer(cluster);
                alive.close();

                send(given, cluster, newId);

                AtomicBoolean threadReplaced = new AtomicBoolean();
                Patience.until("a replaced thread, and the partition without new events read to its end", () -> {
                    JourneyApplication.State state = application.state();
                    assertThat(state)
                            .as(() -> String.valueOf(application.failure()))
                            .isNotEqualTo(JourneyApplication.State.FAILED);
                    threadReplaced.compareAndSet(false, state == JourneyApplication.State.STARTING);
                    return threadReplaced.get() && behind(cluster, 1) == 0;
                });
                assertThat(behind(cluster, 0)).isPositive();

                try (EmbeddedRegistry again = EmbeddedRegistry.start(registry)) {
                    assertThat(again.uri()).isEqualTo(cluster.registry());
                    given.finish(application, Patience.LONGEST, () -> {});

                    assertThat(given.published(application)).containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
                }
            }
        }
    }

    private static boolean isOfEveryKind(Map<String, String> published) {
        return Stream.of(
                                "transitions ",
                                "stage-conversions ",
                                "stage-outcomes ",
                                "funnel ",
                                "occupancy ",
                                "stage-flows ")
                        .allMatch(kind -> published.keySet().stream().anyMatch(row -> row.startsWith(kind)))
                && published.values().stream().anyMatch(row -> row.matches(".* rejected=[1-9].*"));
    }

    /** A schema with one field more, as a producer of a later version would register it. */
    private static int registerNewer(Cluster cluster) {
        Schema known = Touchpoint.getClassSchema();
        List<Schema.Field> all = new ArrayList<>();
        known.getFields().forEach(field -> all.add(new Schema.Field(field, field.schema())));
        all.add(new Schema.Field(
                "addedLater",
                Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)),
                "Of a later version.",
                Schema.Field.NULL_DEFAULT_VALUE));
        Schema newer = Schema.createRecord(known.getName(), known.getDoc(), known.getNamespace(), false, all);
        return new RegistryClient(io.journey.events.registry.RegistrySettings.of(cluster.clients()))
                .register(TOPIC + "-value", newer);
    }

    /** Sends all that is left; what goes to partition 0 under the new schema. */
    private static void send(RandomCase given, Cluster cluster, int newId) {
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        try (SpecificAvroSerializer<TouchpointKey> keys = new SpecificAvroSerializer<>();
                SpecificAvroSerializer<Touchpoint> values = new SpecificAvroSerializer<>();
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            keys.configure(settings, true);
            values.configure(settings, false);
            while (given.unsent() > 0) {
                ProducerRecord<TouchpointKey, Touchpoint> next = given.next();
                byte[] key = keys.serialize(TOPIC, next.key());
                byte[] value = Objects.requireNonNull(values.serialize(TOPIC, next.value()));
                boolean isNew = BuiltInPartitioner.partitionForKey(key, PARTITIONS) == 0;
                Future<RecordMetadata> unused =
                        producer.send(new ProducerRecord<>(TOPIC, key, isNew ? newer(value, newId) : value));
            }
        }
    }

    private static byte[] newer(byte[] value, int newId) {
        byte[] newer = Arrays.copyOf(value, value.length + 1);
        newer[value.length] = ABSENT;
        ByteBuffer.wrap(newer).putInt(1, newId);
        return newer;
    }

    private static long behind(Cluster cluster, int partition) {
        TopicPartition of = new TopicPartition(TOPIC, partition);
        try (Admin admin = Admin.create(Map.copyOf(cluster.clients()))) {
            OffsetAndMetadata committed = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(of);
            long end = admin.listOffsets(Map.of(of, OffsetSpec.latest()))
                    .partitionResult(of)
                    .get()
                    .offset();
            return end - (committed == null ? 0 : committed.offset());
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
