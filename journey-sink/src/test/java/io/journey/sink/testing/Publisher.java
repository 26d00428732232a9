package io.journey.sink.testing;

import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.sink.table.SinkTable;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Publishes results as the streams application does: Avro, in transactions. */
public final class Publisher implements AutoCloseable {

    private final String prefix;
    private final KafkaProducer<SpecificRecord, SpecificRecord> producer;

    public Publisher(String prefix) {
        this.prefix = prefix;
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                SharedBroker.running().bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                prefix + "-publisher",
                ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                SpecificAvroSerializer.class.getName(),
                ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                SpecificAvroSerializer.class.getName(),
                "schema.registry.url",
                TestRegistry.running().url(),
                "auto.register.schemas",
                "true");
        this.producer = new KafkaProducer<>(config);
        producer.initTransactions();
    }

    public Publisher begin() {
        producer.beginTransaction();
        return this;
    }

    public Publisher send(SinkTable table, SpecificRecord key, @Nullable SpecificRecord value) {
        // A failed send fails the commit.
        var unused = producer.send(new ProducerRecord<>(table.topic().named(prefix), key, value));
        return this;
    }

    public void commit() {
        producer.commitTransaction();
    }

    public void abort() {
        producer.abortTransaction();
    }

    @Override
    public void close() {
        producer.close();
    }
}
