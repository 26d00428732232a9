package io.journey.local.doctor;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How far this machine's clock is from the brokers'. Time goes on with the clock of the application, and events arrive by
 * the brokers'.
 *
 * <p>The one thing that brokers tell the time of, without anything being written for good, is the begin of a transaction:
 * so one is begun and aborted.
 *
 * @param clients settings of a producer
 * @param name transactional id and group that nobody else has
 * @param topic of which an offset would be committed; it must exist
 */
record ClockCheck(Admin admin, Map<String, String> clients, String name, String topic, Clock clock) implements Check {

    private static final Duration MOST = Duration.ofSeconds(10);
    private static final int PATIENCE_MS = 20_000;

    @Override
    public String subject() {
        return "clock";
    }

    @Override
    public List<Finding> look() throws InterruptedException, ExecutionException {
        if (!admin.listTopics().names().get().contains(topic)) {
            return List.of(new Finding.Unseen(subject(), "it takes topic " + topic + " to learn the brokers' time"));
        }
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, name);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        // The consumer is there for its group only, which it need not join.
        try (KafkaProducer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                return List.of(measured(producer, consumer.groupMetadata()));
            } finally {
                producer.abortTransaction();
            }
        } catch (KafkaException refused) {
            return List.of(new Finding.Unseen(
                    subject(), "the brokers' time was not to be had (" + refused.getMessage() + ")"));
        }
    }

    private Finding measured(KafkaProducer<byte[], byte[]> producer, ConsumerGroupMetadata group)
            throws InterruptedException, ExecutionException {
        long before = clock.millis();
        producer.sendOffsetsToTransaction(Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(0)), group);
        long after = clock.millis();
        long brokers = admin.describeTransactions(List.of(name))
                .description(name)
                .get()
                .transactionStartTimeMs()
                .orElse(before);
        return finding(before, after, brokers);
    }

    /** The brokers' instant lies somewhere between the two of ours; only what is certainly apart counts. */
    Finding finding(long before, long after, long brokers) {
        long apart = brokers < before ? before - brokers : Math.max(0, brokers - after);
        String how = apart + " ms " + (brokers < before ? "ahead of" : "behind") + " the brokers'";
        return apart > MOST.toMillis()
                ? new Finding.Fault(
                        subject(),
                        "this machine's clock is " + how + ", expected at most " + MOST.toMillis() + " ms",
                        "whoever runs these machines must synchronize their clocks, for example with NTP")
                : new Finding.Fine(
                        subject(), apart == 0 ? "this machine's is the brokers'" : "this machine's is " + how);
    }
}
