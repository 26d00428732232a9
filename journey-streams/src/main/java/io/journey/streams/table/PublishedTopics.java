package io.journey.streams.table;

import io.journey.events.serde.SpecificAvroSerde;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** The published topics, read and written with the serdes that the settings name; ours where they name none. */
public final class PublishedTopics {

    /** Kafka Streams' settings have a name for the application, and nothing here is one. */
    private static final String NO_APPLICATION = "published-topics";

    private final Map<String, Object> clients;
    private final TopicNames names;
    private final StreamsConfig serdes;

    /** A row to write; null for a tombstone. */
    public record Row(SpecificRecord key, @Nullable SpecificRecord value) {}

    /**
     * @param clients settings of clients and serdes, Kafka's names
     */
    public PublishedTopics(Map<String, ?> clients, TopicNames names) {
        this.clients = Map.copyOf(clients);
        this.names = names;
        Map<String, Object> all = new HashMap<>(clients);
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, NO_APPLICATION);
        all.putIfAbsent(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        all.putIfAbsent(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, SpecificAvroSerde.class.getName());
        this.serdes = new StreamsConfig(all);
    }

    public TopicNames names() {
        return names;
    }

    public <K extends SpecificRecord, V extends SpecificRecord> TopicTable<K, V> table(JourneyTopic topic) {
        Serde<K> keys = keySerde();
        Serde<V> values = valueSerde();
        return new TopicTable<>(clients, names.name(topic), keys.deserializer(), values.deserializer());
    }

    /** Writes rows and returns when all are acknowledged. */
    public void write(JourneyTopic topic, List<Row> rows) {
        try (var producer = producer(Map.of())) {
            List<Future<RecordMetadata>> sent =
                    rows.stream().map(row -> send(producer, topic, row)).toList();
            producer.flush();
            for (Future<RecordMetadata> result : sent) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + names.name(topic), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Takes rows of any topic. */
    @FunctionalInterface
    public interface Rows {
        void put(JourneyTopic topic, Row row);
    }

    /**
     * Writes rows of several topics in one transaction: readers of committed records see all of them or none.
     *
     * @param transactionalId of nobody else
     * @param timeoutMs how long it may take; the brokers' {@code transaction.max.timeout.ms} is the limit
     * @param writing tells the rows; when it throws, none is written
     */
    public void writeAtOnce(String transactionalId, int timeoutMs, Consumer<Rows> writing) {
        try (var producer = producer(Map.of(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                transactionalId,
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                timeoutMs))) {
            producer.initTransactions();
            producer.beginTransaction();
            try {
                writing.accept((topic, row) -> {
                    var unused = send(producer, topic, row);
                });
                producer.commitTransaction();
            } catch (RuntimeException failure) {
                abort(producer, failure);
                throw failure;
            }
        }
    }

    private static void abort(Producer<?, ?> producer, RuntimeException failure) {
        try {
            producer.abortTransaction();
        } catch (KafkaException fenced) {
            // The brokers end it then, at the latest after its time is over.
            failure.addSuppressed(fenced);
        }
    }

    private Producer<SpecificRecord, SpecificRecord> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.putAll(more);
        Serde<SpecificRecord> keys = keySerde();
        Serde<SpecificRecord> values = valueSerde();
        return new KafkaProducer<>(settings, keys.serializer(), values.serializer());
    }

    private Future<RecordMetadata> send(
            Producer<SpecificRecord, SpecificRecord> producer, JourneyTopic topic, Row row) {
        return producer.send(new ProducerRecord<>(names.name(topic), row.key(), row.value()));
    }

    @SuppressWarnings("unchecked") // Which records a topic carries is said by the catalogue.
    private <T extends SpecificRecord> Serde<T> keySerde() {
        return (Serde<T>) serdes.defaultKeySerde();
    }

    @SuppressWarnings("unchecked") // Which records a topic carries is said by the catalogue.
    private <T extends SpecificRecord> Serde<T> valueSerde() {
        return (Serde<T>) serdes.defaultValueSerde();
    }
}
