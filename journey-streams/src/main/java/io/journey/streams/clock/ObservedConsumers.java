package io.journey.streams.clock;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, with main consumers that note after each poll how far they are behind.
 *
 * <p>Kafka Streams tells a processor nothing of the records it has not been given yet; the consumer knows, and without
 * asking the broker. Only the classic group protocol takes its consumers from here.
 */
public final class ObservedConsumers implements KafkaClientSupplier, Backlog {

    private final Map<TopicPartition, Reading> readings = new ConcurrentHashMap<>();

    /**
     * @param delivered offset of the last record handed to Kafka Streams; −1 for none
     * @param atEnd whether the log held nothing more at the last poll
     */
    private record Reading(long delivered, boolean atEnd) {}

    @Override
    public long delivered(TopicPartition partition) {
        Reading reading = readings.get(partition);
        return reading == null ? -1 : reading.delivered();
    }

    @Override
    public boolean isUnread(TopicPartition partition, long processed) {
        Reading reading = readings.get(partition);
        return reading == null || !reading.atEnd() || processed < reading.delivered();
    }

    private void observe(
            Consumer<?, ?> consumer, Set<TopicPartition> observed, ConsumerRecords<byte[], byte[]> polled) {
        Set<TopicPartition> assigned = consumer.assignment();
        observed.removeIf(partition -> !assigned.contains(partition) && readings.remove(partition) != null);
        observed.addAll(assigned);
        for (TopicPartition partition : assigned) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            OptionalLong lag = consumer.currentLag(partition);
            Reading before = readings.get(partition);
            long delivered = !records.isEmpty()
                    ? records.get(records.size() - 1).offset()
                    : before == null ? -1 : before.delivered();
            readings.put(partition, new Reading(delivered, lag.isPresent() && lag.getAsLong() == 0));
        }
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            private final Set<TopicPartition> observed = new HashSet<>();

            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
                observe(this, observed, polled);
                return polled;
            }
        };
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
