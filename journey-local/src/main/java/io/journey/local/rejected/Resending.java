package io.journey.local.rejected;

import io.journey.events.identity.Identities;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.local.house.Cluster;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Puts records back into the touchpoint topic, each with a header that says which rejected record it is. */
final class Resending implements AutoCloseable {

    private static final int LARGEST_REQUEST = 8 * 1024 * 1024;

    private final String topic;
    private final Identities identities;
    private final KafkaProducer<byte[], byte[]> producer;
    private final SpecificAvroSerializer<TouchpointKey> keys = new SpecificAvroSerializer<>();
    private final SpecificAvroSerializer<Touchpoint> values = new SpecificAvroSerializer<>();
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

    /**
     * @param identities by which repaired events are keyed
     */
    Resending(Cluster cluster, String prefix, Identities identities) {
        this.topic = JourneyTopic.TOUCHPOINTS.named(prefix);
        this.identities = identities;
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_REQUEST);
        keys.configure(cluster.clients(), true);
        values.configure(cluster.clients(), false);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends the original bytes with the original headers. */
    void sendAsItWas(RejectedRow row) {
        send(row, row.originalKey().orElse(null), row.originalValue().orElse(null), row.headers());
    }

    /** Sends another event instead, with the original headers. */
    void sendInstead(RejectedRow row, Touchpoint given) {
        Touchpoint event = Touchpoint.newBuilder(given)
                .setIdentities(identities.stored(given.getIdentities()))
                .build();
        TouchpointKey key = identities
                .address(event.getIdentities())
                .or(() -> Identities.stray(event.getIdentities()))
                .orElse(null);
        send(row, keys.serialize(topic, key), values.serialize(topic, event), row.headers());
    }

    private void send(RejectedRow row, byte @Nullable [] key, byte @Nullable [] value, Headers original) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, null, key, value, original);
        record.headers()
                .remove(RejectedRow.REPLAYED_FROM)
                .add(RejectedRow.REPLAYED_FROM, row.root().getBytes(StandardCharsets.UTF_8));
        // The callback hears of every failure; waiting for the future would make sending wait.
        Future<RecordMetadata> unused = producer.send(record, (metadata, failure) -> {
            if (failure != null) {
                firstFailure.compareAndSet(null, failure);
            }
        });
    }

    /**
     * Returns when everything sent is stored.
     *
     * @throws KafkaException when something was not
     */
    void flush() {
        producer.flush();
        Exception failure = firstFailure.get();
        if (failure != null) {
            throw new KafkaException(
                    "topic " + topic + ": a record was not stored: " + failure.getMessage()
                            + "; run this again, and what was stored is not sent again",
                    failure);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
