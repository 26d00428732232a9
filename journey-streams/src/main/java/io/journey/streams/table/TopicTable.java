package io.journey.streams.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A compacted topic as the table it stands for: the last committed value per key. Reads on where it stopped. Not
 * thread-safe.
 */
public final class TopicTable<K, V> implements AutoCloseable {

    private final Consumer<K, V> consumer;
    private final Consumer<byte[], byte[]> ends;
    private final List<TopicPartition> partitions;
    private final Map<K, V> rows = new HashMap<>();

    /**
     * @param clients settings of the consumer, bootstrap servers among them
     */
    public TopicTable(Map<String, Object> clients, String topic, Deserializer<K> keys, Deserializer<V> values) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        consumer = new KafkaConsumer<>(settings, keys, values);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        ends = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        partitions = partitions(topic);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private List<TopicPartition> partitions(String topic) {
        try {
            return consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
        } catch (RuntimeException noAnswer) {
            // Nobody else can: a start that tries again and again must not leave two clients behind each time.
            ends.close();
            consumer.close();
            throw noAnswer;
        }
    }

    /**
     * The rows committed by now. Waits for the transactions that are open here: one whose commit shows elsewhere may
     * still have to be marked as committed in this topic.
     */
    public Map<K, V> refresh() {
        Map<TopicPartition, Long> written = ends.endOffsets(partitions);
        while (written.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<K, V> record : consumer.poll(Duration.ofMillis(100))) {
                if (record.value() == null) {
                    rows.remove(record.key());
                } else {
                    rows.put(record.key(), record.value());
                }
            }
        }
        return rows;
    }

    @Override
    public void close() {
        ends.close();
        consumer.close();
    }
}
