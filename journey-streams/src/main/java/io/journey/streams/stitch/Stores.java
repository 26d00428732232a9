package io.journey.streams.stitch;

import io.journey.streams.naming.StoreNames;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * The stores of a stitching task; their bytes are laid out by {@code codec}.
 *
 * @param customers where each customer stands, and their latest touches
 * @param touches older touches that make up journeys, per customer in event order
 * @param eventIds what is remembered of events beyond a touch in their customer's row, by address and event id
 * @param boundaries state before each journey's first touch
 * @param identities claims, aliases and erasures of each identity, and the touches that went on to its owner
 * @param due identities by the instant at which their journey may lapse, or something of them may be forgotten
 */
record Stores(
        CustomerRows customers,
        KeyValueStore<Bytes, byte[]> touches,
        KeyValueStore<Bytes, byte[]> eventIds,
        KeyValueStore<Bytes, byte[]> boundaries,
        KeyValueStore<Bytes, byte[]> identities,
        DueRows due) {

    /** Value of a row whose key says everything. */
    static final byte[] PRESENT = {1};

    static Stores of(ProcessorContext<?, ?> context) {
        return named(context::getStateStore);
    }

    static Stores named(Function<String, KeyValueStore<Bytes, byte[]>> stores) {
        return new Stores(
                new CustomerRows(stores.apply(StoreNames.CUSTOMERS)),
                stores.apply(StoreNames.TOUCHES),
                stores.apply(StoreNames.EVENT_IDS),
                stores.apply(StoreNames.BOUNDARIES),
                stores.apply(StoreNames.IDENTITIES),
                new DueRows(stores.apply(StoreNames.DUE)));
    }

    static Set<StoreBuilder<?>> builders() {
        return List.of(
                        StoreNames.CUSTOMERS,
                        StoreNames.TOUCHES,
                        StoreNames.EVENT_IDS,
                        StoreNames.BOUNDARIES,
                        StoreNames.IDENTITIES,
                        StoreNames.DUE)
                .stream()
                .map(Stores::builder)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static StoreBuilder<?> builder(String name) {
        return org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name),
                Serdes.Bytes(),
                Serdes.ByteArray());
    }
}
