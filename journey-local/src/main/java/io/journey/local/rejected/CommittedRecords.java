package io.journey.local.rejected;

import io.journey.local.house.Cluster;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * All records of a topic that are committed when it is read, from where somebody chooses to begin.
 *
 * @param keys read the keys, and are closed with each reading; so are the values'
 */
record CommittedRecords<K, V>(Cluster cluster, String topic, Deserializer<K> keys, Deserializer<V> values) {

    private static final Duration POLL = Duration.ofMillis(200);

    /** Puts a consumer where it is to begin. */
    interface Begin {
        void seek(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends);
    }

    void fromTheBeginning(Consumer<ConsumerRecord<K, V>> listener) {
        from((consumer, ends) -> consumer.seekToBeginning(ends.keySet()), listener);
    }

    void from(Begin begin, Consumer<ConsumerRecord<K, V>> listener) {
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(settings(), keys, values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            begin.seek(consumer, ends);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(listener);
            }
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return settings;
    }
}
