package io.journey.streams.topology;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.clock.Backlog;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.stitch.KeptNodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The production topology under the production settings, driven without a broker. */
final class Pipeline implements AutoCloseable {

    static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

    private static final Backlog ALL_READ = new Backlog() {
        @Override
        public long begin(TopicPartition partition) {
            return 0;
        }

        @Override
        public long delivered(TopicPartition partition) {
            return -1;
        }

        @Override
        public boolean isUnread(TopicPartition partition, long processed) {
            return false;
        }
    };

    private final Definition definition;
    private final TopologyTestDriver driver;
    private final Serde<SpecificRecord> keys;
    private final Serde<SpecificRecord> values;
    private final TestInputTopic<byte[], byte[]> input;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    Pipeline(Definition definition, Path stateDirectory, String registry) {
        this(definition, stateDirectory, registry, Map.of());
    }

    @SuppressWarnings("unchecked") // The settings name one serde for all keys and one for all values.
    Pipeline(Definition definition, Path stateDirectory, String registry, Map<String, String> more) {
        this.definition = definition;
        Map<String, String> given = new HashMap<>(Map.of(
                "bootstrap.servers", "nowhere:9092",
                "state.dir", stateDirectory.toString(),
                "schema.registry.url", registry,
                "auto.register.schemas", "true",
                "journey.clock", "replay"));
        given.putAll(more);
        StreamsSettings settings = new StreamsSettings(given);
        Properties properties = settings.streams(definition);
        StreamsConfig config = new StreamsConfig(properties);
        keys = (Serde<SpecificRecord>) config.defaultKeySerde();
        values = (Serde<SpecificRecord>) config.defaultValueSerde();
        driver = new TopologyTestDriver(topology(definition, settings, meters), properties);
        input = driver.createInputTopic(
                JourneyTopic.TOUCHPOINTS.named("journey"), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Topology topology(Definition definition, StreamsSettings settings, SimpleMeterRegistry meters) {
        ClockSource clock = new ClockSource(
                settings.watermarkPolicy(),
                settings.topics().name(JourneyTopic.TOUCHPOINTS),
                1,
                ALL_READ,
                settings.tick());
        return new JourneyTopology(definition, settings, clock, new JourneyMeters(meters)).build();
    }

    void send(TouchpointKey address, Touchpoint event) {
        send(keys.serializer().serialize(topic(), address), values.serializer().serialize(topic(), event));
    }

    byte[] bytes(Touchpoint event) {
        return values.serializer().serialize(topic(), event);
    }

    void send(byte @Nullable [] key, byte @Nullable [] value) {
        input.pipeInput(new TestRecord<>(key, value, new RecordHeaders().add("trace", new byte[] {7}), ARRIVAL));
    }

    private static String topic() {
        return JourneyTopic.TOUCHPOINTS.named("journey");
    }

    /** Closes time at an instant and lets the task take the lapses up to it. */
    void closeAt(Instant at) {
        TestInputTopic<ClockKey, Clock> clock = driver.createInputTopic(
                JourneyTopic.CLOCK.named("journey"),
                (topic, key) -> keys.serializer().serialize(topic, key),
                (topic, row) -> values.serializer().serialize(topic, row));
        clock.pipeInput(new ClockKey(definition.journey(), ClockRows.CLOSING), ClockRows.closing(at.toEpochMilli()));
        driver.advanceWallClockTime(Duration.ofSeconds(1));
    }

    /** What a reader holds who keeps the last value per key and honours tombstones. */
    Map<SpecificRecord, SpecificRecord> table(JourneyTopic topic) {
        Map<SpecificRecord, SpecificRecord> rows = new HashMap<>();
        var output = driver.createOutputTopic(topic.named("journey"), keys.deserializer(), values.deserializer());
        for (KeyValue<SpecificRecord, SpecificRecord> row : output.readKeyValuesToList()) {
            if (row.value == null) {
                rows.remove(row.key);
            } else {
                rows.put(row.key, row.value);
            }
        }
        return rows;
    }

    /** Rows that a store of the stitching task holds. */
    long rows(String store) {
        long rows = 0;
        try (KeyValueIterator<Bytes, byte[]> all =
                driver.<Bytes, byte[]>getKeyValueStore(store).all()) {
            while (all.hasNext()) {
                all.next();
                rows++;
            }
        }
        return rows;
    }

    /** Touches that are kept of a customer. */
    long touches(String customer) {
        return KeptNodes.look(driver::getKeyValueStore, customer)
                .history()
                .since(null)
                .size();
    }

    TestRecord<SpecificRecord, SpecificRecord> next(JourneyTopic topic) {
        return driver.createOutputTopic(topic.named("journey"), keys.deserializer(), values.deserializer())
                .readRecord();
    }

    @Override
    public void close() {
        driver.close();
    }
}
