package io.journey.local.replay;

import io.journey.core.definition.Definition;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.json.ParsedTouchpoint.Fault;
import io.journey.events.producer.TouchpointProducer;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.Touchpoint;
import io.journey.local.house.Cluster;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Sends lines on: events into the touchpoint topic, the ordinary way; what is no event into the rejected topic. */
final class EventSender implements AutoCloseable {

    private static final int LINE_OF_A_FILE = -1;

    /** A replay is a flood, and on a busy machine the broker may be behind it for longer than Kafka's two minutes. */
    private static final int PATIENCE_MS = 15 * 60 * 1000;

    private final TouchpointProducer events;
    private final Producer<RejectedKey, Rejected> rejected;
    private final String rejectedTopic;
    private final List<Definition> definitions;
    private final Clock clock;
    private final AtomicReference<@Nullable Exception> firstFailure = new AtomicReference<>();

    /**
     * @param definitions the first one's identities address the events; each one's rejected lines are its own
     * @param hash what becomes of identities that must not be stored as they are
     */
    EventSender(Cluster cluster, String prefix, List<Definition> definitions, IdentityHash hash, Clock clock) {
        Definition first = definitions.get(0);
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        settings.putIfAbsent(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        this.events = new TouchpointProducer(
                JourneyTopic.TOUCHPOINTS.named(prefix),
                new Identities(first.identity().ladder(), first.identity().ignore(), hash),
                settings);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, SpecificAvroSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, SpecificAvroSerializer.class);
        this.rejected = new KafkaProducer<>(settings);
        this.rejectedTopic = JourneyTopic.REJECTED.named(prefix);
        this.definitions = definitions;
        this.clock = clock;
    }

    void send(Touchpoint event) {
        events.send(event);
    }

    void reject(String file, long line, Fault fault, byte[] bytes) {
        Rejected value = Rejected.newBuilder()
                .setReason(fault.reason().name())
                .setDetail(fault.detail())
                .setSource(fault.source())
                .setRecordTimestamp(clock.instant())
                .setOriginalValue(ByteBuffer.wrap(bytes))
                .build();
        for (Definition definition : definitions) {
            RejectedKey key = new RejectedKey(definition.journey(), file, LINE_OF_A_FILE, line);
            // The callback hears of every failure; waiting for the future would make sending wait.
            Future<RecordMetadata> unused =
                    rejected.send(new ProducerRecord<>(rejectedTopic, key, value), (metadata, failure) -> {
                        if (failure != null) {
                            firstFailure.compareAndSet(null, failure);
                        }
                    });
        }
    }

    /** Returns when everything sent is stored. */
    void flush() {
        events.flush();
        rejected.flush();
        Exception failure = firstFailure.get();
        if (failure != null) {
            throw new KafkaException(
                    "topic " + rejectedTopic + ": a rejected line was not stored: " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try (events) {
            rejected.close();
        }
    }
}
