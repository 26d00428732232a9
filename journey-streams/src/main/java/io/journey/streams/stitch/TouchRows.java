package io.journey.streams.stitch;

import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.TouchCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Reads the touches between two keys of a store. */
final class TouchRows {

    private TouchRows() {}

    /**
     * @param to inclusive
     */
    static List<Touch> read(KeyValueStore<Bytes, byte[]> store, CustomerKeys keys, Bytes from, Bytes to) {
        if (from.compareTo(to) > 0) {
            return List.of();
        }
        List<Touch> touches = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(from, to)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                touches.add(TouchCodec.row(keys.position(row.key), row.value));
            }
        }
        return touches;
    }
}
