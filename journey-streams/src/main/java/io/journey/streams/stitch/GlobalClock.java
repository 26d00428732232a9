package io.journey.streams.stitch;

import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.clock.Progress;
import io.journey.streams.codec.ProgressCodec;
import io.journey.streams.naming.StoreNames;
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
        return row == null ? null : ProgressCodec.progress(row);
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
        return row == null ? null : ProgressCodec.progress(ClockRows.progress(row));
    }
}
