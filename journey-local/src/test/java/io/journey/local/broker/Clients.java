package io.journey.local.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ordinary Kafka clients, as an application beside the broker would have them. */
final class Clients {

    static final String TOPIC = "words";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Clients() {}

    static void createTopic(String bootstrapServers) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    /** Other partitions, which take a broker's time when it changes its mind about who leads them. */
    static void createNeighbours(String bootstrapServers, int partitions)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(Set.of(new NewTopic("neighbours", partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    static Map<String, String> topicConfig(String bootstrapServers) throws ExecutionException, InterruptedException {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Collection<Config> configs =
                    admin.describeConfigs(Set.of(topic)).all().get().values();
            return configs.stream()
                    .flatMap(config -> config.entries().stream())
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    static void write(String bootstrapServers, Instant time, String... words)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, String> producer = producer(Map.of("bootstrap.servers", bootstrapServers))) {
            for (String word : words) {
                producer.send(record(time, word)).get();
            }
        }
    }

    /** Writes in a transaction that is still open, and soon too old, when the broker goes away. */
    static void leaveOpen(String bootstrapServers, Instant time, String word, Runnable goesAway)
            throws ExecutionException, InterruptedException {
        KafkaProducer<String, String> producer = producer(Map.of(
                "bootstrap.servers", bootstrapServers, "transactional.id", "cut-off", "transaction.timeout.ms", 500));
        try {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record(time, word)).get();
            goesAway.run();
        } finally {
            producer.close(Duration.ZERO);
        }
    }

    static KafkaProducer<String, String> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    static ProducerRecord<String, String> record(Instant time, String word) {
        return new ProducerRecord<>(TOPIC, 0, time.toEpochMilli(), "key", word);
    }

    /** Committed words from the start of the topic, once as many as expected have come. */
    static List<String> read(String bootstrapServers, int expected) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            List<String> words = new ArrayList<>();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (words.size() < expected && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    words.add(record.value());
                }
            }
            return words;
        }
    }
}
