package io.journey.events.serde;

import io.journey.events.registry.PublishedSchema;
import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.registry.SchemaPolicy;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes generated records in the registry's wire format, under the subject {@code <topic>-key} or {@code <topic>-value}.
 *
 * <p>One instance may be used by many threads.
 */
public final class SpecificAvroSerializer<T extends SpecificRecord> implements Serializer<T> {

    private static final ThreadLocal<AvroBuffer> BUFFER = ThreadLocal.withInitial(AvroBuffer::new);

    private final Map<String, Map<Schema, Encoding>> encodings = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private SchemaPolicy policy = SchemaPolicy.REQUIRE;
    private String suffix = "-value";

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        registry = RegistryClient.shared(RegistrySettings.of(configs));
        policy = SchemaPolicy.of(configs);
        suffix = isKey ? "-key" : "-value";
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        Encoding encoding = encoding(topic, record);
        try {
            return BUFFER.get().encode(encoding.id(), encoding.writer(), record);
        } catch (IOException | AvroRuntimeException | NullPointerException | ClassCastException e) {
            throw new SerializationException(
                    "cannot write " + record.getSchema().getFullName() + " to topic " + topic + ": " + e.getMessage()
                            + "; the code that made the record must fill its fields as the schema says",
                    e);
        }
    }

    private Encoding encoding(String topic, T record) {
        Map<Schema, Encoding> ofTopic = encodings.get(topic);
        if (ofTopic == null) {
            ofTopic = encodings.computeIfAbsent(topic, name -> new ConcurrentHashMap<>());
        }
        Schema schema = record.getSchema();
        Encoding known = ofTopic.get(schema);
        if (known != null) {
            return known;
        }
        if (registry == null) {
            throw new IllegalStateException("the serializer was used before configure was called");
        }
        int id = policy.idOf(registry, topic + suffix, PublishedSchema.of(schema));
        Encoding created = new Encoding(id, new SpecificDatumWriter<>(schema, generatedCoders(record)));
        ofTopic.put(schema, created);
        return created;
    }

    /** Of its own, not the record's, which is everybody's: records write themselves where their class knows how. */
    private static SpecificData generatedCoders(SpecificRecord record) {
        SpecificData data = new SpecificData(record.getClass().getClassLoader());
        SpecificData.getForClass(record.getClass()).getConversions().forEach(data::addLogicalTypeConversion);
        data.setCustomCoders(true);
        return data;
    }

    private record Encoding(int id, SpecificDatumWriter<Object> writer) {}
}
