package io.journey.bench;

import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The least that any stateful pipeline over these events does: decode, read and write one row of 64 bytes in RocksDB with
 * its changelog, forward 28 records for every 100, exactly once.
 *
 * <p>What the journey pipeline costs above this is the price of journeys; what lies below it no design can save.
 */
final class Floor implements Workload {

    private static final String ROWS = "rows";
    private static final int ROW_BYTES = 64;
    private static final int FORWARDED_OF_HUNDRED = 28;

    private final KafkaStreams streams;
    private final Backlog backlog;

    Floor(Surroundings surroundings, Path stateDirectory) {
        String id = surroundings.topicPrefix() + "-floor";
        String input = JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix());
        this.streams = new KafkaStreams(
                topology(input, output(surroundings), surroundings.clients()),
                properties(id, surroundings, stateDirectory));
        this.backlog = new Backlog(surroundings.bootstrapServers(), id, input);
    }

    /** Topic that the floor forwards to; to be created before it starts. */
    static String output(Surroundings surroundings) {
        return surroundings.topicPrefix() + ".floor";
    }

    private static Topology topology(String input, String output, Map<String, String> clients) {
        Deserializer<Touchpoint> decoder = new SpecificAvroDeserializer<>();
        decoder.configure(clients, false);
        Serde<byte[]> bytes = Serdes.ByteArray();
        StoreBuilder<KeyValueStore<byte[], byte[]>> rows =
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(ROWS), bytes, bytes);
        return new Topology()
                .addSource("read", bytes.deserializer(), decoder, input)
                .addProcessor("keep", Keep::new, "read")
                .addStateStore(rows, "keep")
                .addSink("forward", output, bytes.serializer(), bytes.serializer(), "keep");
    }

    private static Properties properties(String id, Surroundings surroundings, Path stateDirectory) {
        Map<String, Object> settings = new HashMap<>(surroundings.clients());
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.consumerPrefix("receive.buffer.bytes"), -1);
        settings.put(StreamsConfig.producerPrefix("compression.type"), "lz4");
        settings.put(StreamsConfig.producerPrefix("batch.size"), 128 * 1024);
        // A busy machine pauses for longer than the default of ten seconds, and an aborted transaction spoils the
        // round.
        settings.put(StreamsConfig.producerPrefix("transaction.timeout.ms"), 60_000);
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    @Override
    public void start() {
        streams.start();
    }

    @Override
    public long behind() {
        if (streams.state() == KafkaStreams.State.ERROR) {
            throw new IllegalStateException("the floor's topology failed; its log says why");
        }
        return backlog.behind();
    }

    @Override
    public void close() {
        backlog.close();
        streams.close(CloseOptions.timeout(Duration.ofSeconds(30))
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
    }

    /** One read, one write, and now and then a record. */
    private static final class Keep implements Processor<byte[], Touchpoint, byte[], byte[]> {

        private ProcessorContext<byte[], byte[]> context;
        private KeyValueStore<byte[], byte[]> rows;
        private int credit;

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
            this.rows = Objects.requireNonNull(context.getStateStore(ROWS), ROWS);
        }

        @Override
        public void process(Record<byte[], Touchpoint> record) {
            byte[] before = rows.get(record.key());
            ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
            row.putLong(before == null ? 1 : ByteBuffer.wrap(before).getLong() + 1);
            row.putLong(record.value().getOccurredAt().toEpochMilli());
            row.putInt(record.value().getTouchpoint().hashCode());
            rows.put(record.key(), row.array());
            credit += FORWARDED_OF_HUNDRED;
            if (credit >= 100) {
                credit -= 100;
                context.forward(record.withValue(row.array()));
            }
        }
    }
}
