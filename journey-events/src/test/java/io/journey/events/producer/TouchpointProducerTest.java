package io.journey.events.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.serde.TrustedRecords;
import io.journey.events.support.ForeignAvroSerde;
import io.journey.events.support.SmallRegistry;
import io.journey.events.support.TestBroker;
import io.journey.events.support.Touchpoints;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TouchpointProducerTest {

    private static final Identities IDENTITIES =
            new Identities(List.of("customer", "email"), Map.of("customer", Set.of("0")), IdentityHash.NONE);

    private TestBroker broker;
    private SmallRegistry registry;
    private Admin admin;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        broker = TestBroker.start(directory);
        registry = SmallRegistry.start();
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    void stop() {
        admin.close();
        registry.close();
        broker.close();
    }

    @Test
    void keysEventsByTheirAddress() throws Exception {
        create("addressed", Map.of());
        Touchpoint known = with(Map.of("customer", "42", "email", "f00"));
        Touchpoint ignored = with(Map.of("customer", "0", "email", "f00"));
        Touchpoint stray = with(Map.of("shoe", "42"));

        try (TouchpointProducer producer = new TouchpointProducer("addressed", IDENTITIES, settings(Map.of()))) {
            List.of(known, ignored, stray).forEach(producer::send);
            producer.flush();

            assertThat(producer.stored()).isEqualTo(3);
        }

        List<ConsumerRecord<TouchpointKey, Touchpoint>> read = read("addressed", 3, settings(Map.of()));
        assertThat(read)
                .extracting(ConsumerRecord::key)
                .containsExactly(
                        new TouchpointKey("customer", "42"),
                        new TouchpointKey("email", "f00"),
                        new TouchpointKey("shoe", "42"));
        assertThat(read).extracting(ConsumerRecord::value).containsExactly(known, ignored, stray);
    }

    @Test
    void anEventThatIsNotStoredComesToLight() throws Exception {
        create("narrow", Map.of("max.message.bytes", "1000"));
        TouchpointProducer producer = new TouchpointProducer(
                "narrow", IDENTITIES, settings(Map.of("compression.type", "none", "batch.size", "0")));
        producer.send(with(Map.of("customer", "x".repeat(5000))));

        assertThatThrownBy(producer::flush)
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("topic narrow: 1 events were not stored, 0 were");
        assertThatThrownBy(() -> producer.send(Touchpoints.bare())).isInstanceOf(KafkaException.class);
        assertThatThrownBy(producer::close).isInstanceOf(KafkaException.class);
    }

    @Test
    void anotherSerdeOfTheSameContractCanBeNamed() throws Exception {
        TrustedRecords.trust();
        create("foreign", Map.of());
        Map<String, Object> foreign = settings(Map.of(
                "key.serializer", ForeignSerializer.class.getName(),
                "value.serializer", ForeignSerializer.class.getName(),
                "key.deserializer", ForeignDeserializer.class.getName(),
                "value.deserializer", ForeignDeserializer.class.getName()));

        try (TouchpointProducer theirs = new TouchpointProducer("foreign", IDENTITIES, foreign);
                TouchpointProducer ours = new TouchpointProducer("foreign", IDENTITIES, settings(Map.of()))) {
            theirs.send(Touchpoints.full());
            theirs.flush();
            ours.send(Touchpoints.full());
            ours.flush();
        }

        assertThat(read("foreign", 2, settings(Map.of())))
                .extracting(ConsumerRecord::value)
                .containsExactly(Touchpoints.full(), Touchpoints.full());
        assertThat(read("foreign", 2, foreign))
                .extracting(ConsumerRecord::value)
                .containsExactly(Touchpoints.full(), Touchpoints.full());
    }

    private void create(String topic, Map<String, String> config) throws Exception {
        admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1).configs(config)))
                .all()
                .get();
    }

    private Map<String, Object> settings(Map<String, String> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "schema.registry.url", registry.uri().toString(),
                "auto.register.schemas", "true"));
        settings.putAll(more);
        return settings;
    }

    private static List<ConsumerRecord<TouchpointKey, Touchpoint>> read(
            String topic, int count, Map<String, Object> settings) {
        settings.putIfAbsent("key.deserializer", SpecificAvroDeserializer.class);
        settings.putIfAbsent("value.deserializer", SpecificAvroDeserializer.class);
        List<ConsumerRecord<TouchpointKey, Touchpoint>> records = new ArrayList<>();
        try (KafkaConsumer<TouchpointKey, Touchpoint> consumer = new KafkaConsumer<>(settings)) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            while (records.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
        }
        return records;
    }

    private static Touchpoint with(Map<String, String> identities) {
        return Touchpoint.newBuilder(Touchpoints.full())
                .setIdentities(identities)
                .build();
    }

    /** Named by class like any serializer. */
    public static final class ForeignSerializer implements Serializer<SpecificRecord> {

        private final ForeignAvroSerde serde = new ForeignAvroSerde();

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            serde.configure(configs, isKey);
        }

        @Override
        public byte[] serialize(String topic, SpecificRecord record) {
            return serde.serializer().serialize(topic, record);
        }
    }

    /** Named by class like any deserializer. */
    public static final class ForeignDeserializer implements Deserializer<SpecificRecord> {

        private final ForeignAvroSerde serde = new ForeignAvroSerde();

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            serde.configure(configs, isKey);
        }

        @Override
        public SpecificRecord deserialize(String topic, byte[] bytes) {
            return serde.deserializer().deserialize(topic, bytes);
        }
    }
}
