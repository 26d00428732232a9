package io.journey.sink.consume;

import io.journey.sink.table.Change;
import io.journey.sink.table.RecordReader;
import io.journey.sink.table.SinkTable;
import io.journey.sink.table.UnfitRecordException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Turns the bytes of a record into the change that it makes, with whatever deserializers were configured. */
final class RecordDecoder implements AutoCloseable {

    private final Map<String, SinkTable> tables;
    private final Deserializer<?> keys;
    private final Deserializer<?> values;

    RecordDecoder(Map<String, SinkTable> tables, Deserializer<?> keys, Deserializer<?> values) {
        this.tables = tables;
        this.keys = keys;
        this.values = values;
    }

    /**
     * The change that a record makes.
     *
     * @throws UnfitRecordException if the bytes are no record of the table, now and for ever
     * @throws org.apache.kafka.common.KafkaException if the registry does not answer; reading again can succeed
     */
    Change decode(ConsumerRecord<byte[], byte[]> record) {
        SinkTable table = tables.get(record.topic());
        if (table == null) {
            throw new IllegalStateException("no table for topic " + record.topic());
        }
        try {
            return RecordReader.read(table, read(keys, record, record.key()), read(values, record, record.value()));
        } catch (SerializationException failure) {
            if (registryIsAway(failure)) {
                throw failure;
            }
            throw new UnfitRecordException("not readable: " + failure.getMessage());
        }
    }

    private static @Nullable Object read(
            Deserializer<?> deserializer, ConsumerRecord<byte[], byte[]> record, byte @Nullable [] bytes) {
        return deserializer.deserialize(record.topic(), record.headers(), bytes);
    }

    // Confluent's deserializers wrap a failed request in the exception that also stands for bad bytes; those end early.
    private static boolean registryIsAway(SerializationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof EOFException)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        keys.close();
        values.close();
    }
}
