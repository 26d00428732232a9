package io.journey.bench;

import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicProvisioner;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Puts events into topics of their own before a run. */
final class Preload {

    private final int partitions;

    Preload(int partitions) {
        this.partitions = partitions;
    }

    void into(Surroundings surroundings, EventSource events) throws InterruptedException {
        createTopics(surroundings);
        String topic = JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix());
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<TouchpointKey, Touchpoint> producer =
                producer(surroundings, Map.of("batch.size", 128 * 1024, "linger.ms", 50))) {
            events.forEach(event -> {
                Future<RecordMetadata> unused =
                        producer.send(record(topic, event), (metadata, failed) -> failure.compareAndSet(null, failed));
            });
        }
        if (failure.get() != null) {
            throw new KafkaException("an event was not written to " + topic, failure.get());
        }
    }

    static KafkaProducer<TouchpointKey, Touchpoint> producer(Surroundings surroundings, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(surroundings.clients());
        settings.put("compression.type", "lz4");
        settings.putAll(more);
        SpecificAvroSerializer<TouchpointKey> keys = new SpecificAvroSerializer<>();
        keys.configure(settings, true);
        SpecificAvroSerializer<Touchpoint> values = new SpecificAvroSerializer<>();
        values.configure(settings, false);
        return new KafkaProducer<>(settings, keys, values);
    }

    /** As a collector would key it: by the customer if it is known, else by the cookie. */
    static ProducerRecord<TouchpointKey, Touchpoint> record(String topic, Touchpoint event) {
        Map<String, String> identities = event.getIdentities();
        String namespace = identities.containsKey(EventSource.CUSTOMER) ? EventSource.CUSTOMER : EventSource.COOKIE;
        return new ProducerRecord<>(topic, new TouchpointKey(namespace, identities.get(namespace)), event);
    }

    void createTopics(Surroundings surroundings) throws InterruptedException {
        NewTopic floors = new NewTopic(Floor.output(surroundings), partitions, (short) 1);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
            admin.createTopics(List.of(floors)).all().get();
            new TopicProvisioner(admin, new TopicLayout(surroundings.topicPrefix(), partitions, (short) 1)).provision();
        } catch (ExecutionException e) {
            throw new KafkaException("the topics of " + surroundings.topicPrefix() + " were not created", e.getCause());
        }
    }

    /** Deletes all topics of a run, so that the next ones find as much memory and disk. */
    void delete(Surroundings surroundings) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()))) {
            Set<String> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(surroundings.topicPrefix()))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new KafkaException("the topics of " + surroundings.topicPrefix() + " were not deleted", e.getCause());
        }
    }
}
