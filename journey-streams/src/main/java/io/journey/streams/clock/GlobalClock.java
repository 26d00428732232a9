package io.journey.streams.clock;

import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.streams.naming.StoreNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** Keeps, in every instance, the rows of the clock topic that belong to one definition. */
public final class GlobalClock implements ProcessorSupplier<ClockKey, Clock, Void, Void> {

    private final String journey;

    public GlobalClock(String journey) {
        this.journey = journey;
    }

    /** In memory and unlogged: the topic itself is the log. */
    public static StoreBuilder<KeyValueStore<Integer, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StoreNames.CLOCK), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** What is known of a partition, or of the closing; null when nothing is. */
    public static @Nullable Progress read(ReadOnlyKeyValueStore<Integer, byte[]> rows, int partition) {
        byte[] row = rows.get(partition);
        if (row == null) {
            return null;
        }
        try {
            return ClockRows.progress(Clock.fromByteBuffer(ByteBuffer.wrap(row)));
        } catch (IOException e) {
            throw new UncheckedIOException("clock row of partition " + partition + " of this process", e);
        }
    }

    @Override
    public Processor<ClockKey, Clock, Void, Void> get() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<ClockKey, Clock> record) {
                if (record.key().getJourney().equals(journey)) {
                    KeyValueStore<Integer, byte[]> rows = context().getStateStore(StoreNames.CLOCK);
                    rows.put(record.key().getPartition(), bytes(record.value()));
                }
            }
        };
    }

    private static byte @Nullable [] bytes(@Nullable Clock row) {
        if (row == null) {
            return null;
        }
        try {
            ByteBuffer buffer = row.toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("clock row " + row, e);
        }
    }
}
