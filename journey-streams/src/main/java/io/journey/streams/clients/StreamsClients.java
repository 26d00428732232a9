package io.journey.streams.clients;

import io.journey.streams.clock.Backlog;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Kafka Streams, with main consumers that note after each poll how far they are behind, and producers that
 * are {@linkplain UndividedProducer undivided}.
 *
 * <p>Kafka Streams tells a processor nothing of the records it has not been given yet; the consumer knows, and without
 * asking the broker. Only the classic group protocol takes its consumers from here.
 */
public final class StreamsClients implements KafkaClientSupplier, Backlog {

    private final Map<TopicPartition, Reading> readings = new ConcurrentHashMap<>();

    /**
     * @param begin offset of the first record that this process has been given or will be; −1 while unknown
     * @param delivered offset of the last record handed to Kafka Streams; −1 for none
     * @param atEnd whether the log held nothing more at the last poll
     */
    private record Reading(long begin, long delivered, boolean atEnd) {

        static final Reading NONE = new Reading(-1, -1, false);
    }

    @Override
    public long begin(TopicPartition partition) {
        return readings.getOrDefault(partition, Reading.NONE).begin();
    }

    @Override
    public long delivered(TopicPartition partition) {
        return readings.getOrDefault(partition, Reading.NONE).delivered();
    }

    @Override
    public boolean isUnread(TopicPartition partition, long processed) {
        Reading reading = readings.get(partition);
        return reading == null || !reading.atEnd() || processed < reading.delivered();
    }

    private void observe(Consumer<?, ?> consumer, ConsumerRecords<byte[], byte[]> polled) {
        for (TopicPartition partition : consumer.assignment()) {
            List<ConsumerRecord<byte[], byte[]>> records = polled.records(partition);
            OptionalLong lag = consumer.currentLag(partition);
            Reading before = readings.getOrDefault(partition, Reading.NONE);
            long begin = before.begin() >= 0
                    ? before.begin()
                    : records.isEmpty()
                            ? position(consumer, partition)
                            : records.get(0).offset();
            long delivered = records.isEmpty()
                    ? before.delivered()
                    : records.get(records.size() - 1).offset();
            readings.put(partition, new Reading(begin, delivered, lag.isPresent() && lag.getAsLong() == 0));
        }
    }

    private static long position(Consumer<?, ?> consumer, TopicPartition partition) {
        try {
            return consumer.position(partition, Duration.ZERO);
        } catch (TimeoutException unknownYet) {
            return -1;
        }
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
                super.subscribe(topics, new Forgetting(listener));
            }

            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                ConsumerRecords<byte[], byte[]> polled = super.poll(timeout);
                observe(this, polled);
                return polled;
            }
        };
    }

    /**
     * Forgets what was read of a partition that goes away. It may come back within the same poll, and then others may have
     * gone on with it in between.
     */
    private final class Forgetting implements ConsumerRebalanceListener {
        private final ConsumerRebalanceListener listener;

        Forgetting(ConsumerRebalanceListener listener) {
            this.listener = listener;
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            listener.onPartitionsRevoked(partitions);
            partitions.forEach(readings::remove);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            listener.onPartitionsLost(partitions);
            partitions.forEach(readings::remove);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            listener.onPartitionsAssigned(partitions);
        }
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new UndividedProducer(config);
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
