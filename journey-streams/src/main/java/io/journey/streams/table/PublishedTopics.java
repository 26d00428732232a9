package io.journey.streams.table;

import io.journey.events.topic.JourneyTopic;
import io.journey.streams.config.StreamsSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** The published topics, read and written with the serdes that the settings name. */
public final class PublishedTopics {

    private final StreamsSettings settings;
    private final Map<String, Object> serdes;

    /** A row to write; null for a tombstone. */
    public record Row(SpecificRecord key, @Nullable SpecificRecord value) {}

    /**
     * @param serdes settings that name the serdes and configure them
     */
    public PublishedTopics(StreamsSettings settings, Map<String, Object> serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    public <K extends SpecificRecord, V extends SpecificRecord> TopicTable<K, V> table(JourneyTopic topic) {
        Serde<K> keys = keySerde();
        Serde<V> values = valueSerde();
        return new TopicTable<>(
                settings.clients(), topic.named(settings.topicPrefix()), keys.deserializer(), values.deserializer());
    }

    /** Writes rows and returns when all are acknowledged. */
    public void write(JourneyTopic topic, List<Row> rows) {
        Serde<SpecificRecord> keys = keySerde();
        Serde<SpecificRecord> values = valueSerde();
        Map<String, Object> clients = new HashMap<>(settings.clients());
        clients.put(ProducerConfig.ACKS_CONFIG, "all");
        try (var producer = new KafkaProducer<>(clients, keys.serializer(), values.serializer())) {
            List<Future<RecordMetadata>> sent = rows.stream()
                    .map(row -> producer.send(
                            new ProducerRecord<>(topic.named(settings.topicPrefix()), row.key(), row.value())))
                    .toList();
            producer.flush();
            for (Future<RecordMetadata> result : sent) {
                result.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + topic.named(settings.topicPrefix()), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @SuppressWarnings("unchecked") // Which records a topic carries is said by the catalogue.
    private <T extends SpecificRecord> Serde<T> keySerde() {
        return (Serde<T>) new StreamsConfig(serdes).defaultKeySerde();
    }

    @SuppressWarnings("unchecked") // Which records a topic carries is said by the catalogue.
    private <T extends SpecificRecord> Serde<T> valueSerde() {
        return (Serde<T>) new StreamsConfig(serdes).defaultValueSerde();
    }
}
