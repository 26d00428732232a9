package io.journey.events.serde;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.registry.UnreadableSchemaException;
import io.journey.events.reject.RejectReason;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads generated records from the registry's wire format, written with whatever schema the registry knows.
 *
 * <p>Bytes that are no record give an {@link UndecodableException} with a reason; a registry that cannot be reached
 * gives {@link io.journey.events.registry.RegistryUnavailableException}. One instance may be used by many threads.
 */
public final class SpecificAvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final Map<Integer, WriterSchema> writers = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private Optional<Class<? extends SpecificRecord>> expected = Optional.empty();

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        registry = RegistryClient.shared(RegistrySettings.of(configs));
        expected = SerdeConfig.type(SerdeConfig.read(configs), isKey ? SerdeConfig.KEY_TYPE : SerdeConfig.VALUE_TYPE);
    }

    /**
     * Reads a record.
     *
     * @return null for null
     * @throws UndecodableException when the bytes are no record; reading them again gives the same
     */
    @Override
    @SuppressWarnings("unchecked") // The schema decides the type; specific.avro.value.type makes it certain.
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        checkHeader(bytes);
        return (T) writer(WireFormat.id(bytes)).read(bytes);
    }

    private static void checkHeader(byte[] bytes) {
        if (bytes.length == 0) {
            throw new UndecodableException(RejectReason.EMPTY, "zero bytes, expected a record");
        }
        if (bytes[0] != WireFormat.MAGIC) {
            throw new UndecodableException(
                    RejectReason.WRONG_MAGIC_BYTE, "first byte is 0x%02x, expected 0x00".formatted(bytes[0]));
        }
        if (bytes.length < WireFormat.HEADER) {
            throw new UndecodableException(
                    RejectReason.TRUNCATED,
                    bytes.length + " bytes, expected at least the " + WireFormat.HEADER + " of the wire format");
        }
    }

    private WriterSchema writer(int id) {
        WriterSchema known = writers.get(id);
        if (known != null) {
            return known;
        }
        WriterSchema created = resolve(id);
        writers.put(id, created);
        return created;
    }

    private WriterSchema resolve(int id) {
        if (registry == null) {
            throw new IllegalStateException("the deserializer was used before configure was called");
        }
        try {
            Schema schema = registry.byId(id);
            return WriterSchema.of(id, schema, expected);
        } catch (RegistryRefusedException e) {
            if (e.schemaNotFound()) {
                throw new UndecodableException(
                        RejectReason.UNKNOWN_SCHEMA, "schema id " + id + ": " + e.getMessage(), e);
            }
            throw e;
        } catch (UnreadableSchemaException e) {
            return new WriterSchema.Unreadable(RejectReason.WRONG_TYPE, String.valueOf(e.getMessage()));
        }
    }
}
