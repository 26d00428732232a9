package io.journey.bench.flink;

import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Rows are encoded already; the producer spreads them by key as ours are. */
final class ToTopics implements KafkaRecordSerializationSchema<Published>, KafkaDatasetFacetProvider {

    private final List<String> topics;

    ToTopics(List<String> topics) {
        this.topics = List.copyOf(topics);
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(Published row, KafkaSinkContext context, @Nullable Long timestamp) {
        return new ProducerRecord<>(row.topic(), row.key(), row.value());
    }

    /** Lets the sink look for transactions of an earlier run in the topics that it writes to. */
    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(new DefaultKafkaDatasetFacet(DefaultKafkaDatasetIdentifier.ofTopics(topics)));
    }
}
