package io.journey.events.producer;

import io.journey.events.identity.Identities;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The ordinary way of an event into the touchpoint topic: keyed by its address, stored once, in large compressed batches.
 *
 * <p>Sending does not wait. An event that could not be stored makes the next call fail, {@link #flush} and {@link #close}
 * at the latest; whoever holds the events must then send them again, which changes nothing for those already stored. Safe
 * for use by many threads.
 */
public final class TouchpointProducer implements AutoCloseable {

    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true,
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "lz4",
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024,
            ProducerConfig.LINGER_MS_CONFIG,
            20,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            4 * 1024 * 1024,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            SpecificAvroSerializer.class,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            SpecificAvroSerializer.class);

    private final Producer<@Nullable TouchpointKey, Touchpoint> producer;
    private final String topic;
    private final Identities identities;
    private final AtomicLong stored = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

    /**
     * Connects to the cluster.
     *
     * @param topic name of the touchpoint topic
     * @param identities which identities address an event, and in what form they are stored
     * @param config settings of Kafka's producer and of the serializers; they win over the defaults here
     */
    public TouchpointProducer(String topic, Identities identities, Map<String, ?> config) {
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(config);
        this.producer = new KafkaProducer<>(all);
        this.topic = topic;
        this.identities = identities;
    }

    /**
     * Sends an event, its identities in the form in which they may be stored. One without an address goes the same way,
     * so that the intake rejects it with its reason.
     *
     * @throws KafkaException when this or an earlier event could not be stored
     */
    public void send(Touchpoint given) {
        failIfNotStored();
        Map<String, String> storable = identities.stored(given.getIdentities());
        Touchpoint event = storable.equals(given.getIdentities())
                ? given
                : Touchpoint.newBuilder(given).setIdentities(storable).build();
        TouchpointKey key = identities
                .address(event.getIdentities())
                .or(() -> Identities.stray(event.getIdentities()))
                .orElse(null);
        // The callback hears of every failure; waiting for the future would make sending wait.
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, key, event), (metadata, failure) -> {
            if (failure == null) {
                stored.incrementAndGet();
            } else {
                failed.incrementAndGet();
                firstFailure.compareAndSet(null, failure);
            }
        });
    }

    /**
     * Waits until every event sent so far is stored.
     *
     * @throws KafkaException when one was not
     */
    public void flush() {
        producer.flush();
        failIfNotStored();
    }

    /** Events that the cluster has acknowledged. */
    public long stored() {
        return stored.get();
    }

    /**
     * Waits until every event is stored, and disconnects.
     *
     * @throws KafkaException when one was not
     */
    @Override
    public void close() {
        producer.close();
        failIfNotStored();
    }

    private void failIfNotStored() {
        Exception failure = firstFailure.get();
        if (failure != null) {
            throw new KafkaException(
                    "topic " + topic + ": " + failed + " events were not stored, " + stored
                            + " were; the first failure: " + failure.getMessage(),
                    failure);
        }
    }
}
