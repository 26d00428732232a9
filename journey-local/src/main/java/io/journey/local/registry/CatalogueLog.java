package io.journey.local.registry;

import io.journey.local.registry.catalogue.Change;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The catalogue's changes on a compacted topic, which outlives the registry.
 *
 * <p>The changes of one decision are one transaction, so a crash leaves all of them or none. The transactional id is that
 * of the topic: a second registry on it takes the right to write away from the first.
 */
final class CatalogueLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int PATIENCE_MILLISECONDS = 20_000;
    private static final Duration QUICKLY = Duration.ofSeconds(2);

    private final RegistrySettings settings;
    private final String clusterId;
    private final TopicPartition partition;
    private final KafkaProducer<String, String> producer;

    private CatalogueLog(RegistrySettings settings, String clusterId, KafkaProducer<String, String> producer) {
        this.settings = settings;
        this.clusterId = clusterId;
        this.partition = new TopicPartition(settings.topic(), 0);
        this.producer = producer;
    }

    /** @throws RegistryException when the broker cannot be reached or refuses the topic */
    static CatalogueLog open(RegistrySettings settings) {
        String clusterId = create(settings);
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                clients(
                        settings,
                        Map.of(
                                "transactional.id", "registry-" + settings.topic(),
                                "max.block.ms", PATIENCE_MILLISECONDS,
                                "request.timeout.ms", PATIENCE_MILLISECONDS / 2,
                                "delivery.timeout.ms", PATIENCE_MILLISECONDS,
                                "transaction.timeout.ms", PATIENCE_MILLISECONDS)),
                new StringSerializer(),
                new StringSerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException cause) {
            producer.close(QUICKLY);
            throw new RegistryException(
                    "topic " + settings.topic() + " on " + settings.bootstrapServers() + " cannot be written", cause);
        }
        return new CatalogueLog(settings, clusterId, producer);
    }

    /** Callers wait for the log, so it gives up sooner than Kafka's clients would. */
    private static Map<String, Object> clients(RegistrySettings settings, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(settings.clients());
        all.put("bootstrap.servers", settings.bootstrapServers());
        all.putAll(own);
        return all;
    }

    /** Creates the topic where it is missing, with the brokers' own replication, and answers the cluster's id. */
    private static String create(RegistrySettings settings) {
        String topic = settings.topic();
        NewTopic wanted =
                new NewTopic(topic, Optional.of(1), Optional.empty()).configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin = Admin.create(clients(settings, Map.of()))) {
            String clusterId = admin.describeCluster().clusterId().get();
            if (!admin.listTopics().names().get().contains(topic)) {
                admin.createTopics(Set.of(wanted)).all().get();
            }
            return clusterId;
        } catch (ExecutionException cause) {
            throw new RegistryException(
                    "topic " + topic + " on " + settings.bootstrapServers() + " cannot be created", cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new RegistryException("interrupted while creating topic " + topic, cause);
        }
    }

    String clusterId() {
        return clusterId;
    }

    /** Tells all changes that were ever written, oldest first. */
    void replay(Consumer<Change> listener) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                clients(settings, Map.of("isolation.level", "read_committed")),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    listener.accept(ChangeReader.read(new LogEntry(record.key(), record.value())));
                }
            }
        }
    }

    /** @throws KafkaException when it is not certain that the changes are on the topic */
    void append(List<Change> changes) {
        producer.beginTransaction();
        for (Change change : changes) {
            LogEntry entry = ChangeWriter.write(change);
            // A failed send fails the commit, which is where it is reported.
            var unused = producer.send(new ProducerRecord<>(partition.topic(), 0, entry.key(), entry.value()));
        }
        producer.commitTransaction();
    }

    @Override
    public void close() {
        producer.close(QUICKLY);
    }
}
