package io.journey.streams.stitch;

import io.journey.streams.codec.CustomerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The customers' rows of a task. People come in bursts, so a row that changed is encoded and written once for all the
 * inputs of one customer between two commits, and stays at hand for those after. If the task dies before the commit, what
 * was not written dies with the transaction that it belongs to, and all of this with the task.
 */
final class CustomerRows {

    /** Bounds the memory: so many rows have changed at most, and twice as many are at hand, some kilobytes each. */
    private static final int MOST = 2048;

    private final KeyValueStore<Bytes, byte[]> store;
    private final List<Kept> changed = new ArrayList<>();

    /** Rows that changed of late, and those before; when the late ones are many, those before give way to them. */
    private Map<Bytes, Kept> young = new HashMap<>();

    private Map<Bytes, Kept> old = new HashMap<>();

    /** A customer's row. */
    static final class Kept {
        private final Bytes key;
        private @Nullable CustomerRow row;
        /** What was written of a row that has not changed since; the garbage collector need not look through it. */
        private byte @Nullable [] written;

        private @Nullable Map<Bytes, Kept> among;

        private Kept(Bytes key) {
            this.key = key;
        }

        /** To be changed and put back, or left as it is. */
        CustomerRow row() {
            if (row != null) {
                return row;
            }
            return written == null ? CustomerRow.empty() : CustomerRow.of(written);
        }
    }

    CustomerRows(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    Kept get(Bytes key) {
        Kept kept = young.get(key);
        if (kept == null) {
            kept = old.get(key);
        }
        if (kept == null) {
            kept = new Kept(key);
            kept.written = store.get(key);
        }
        return kept;
    }

    void put(Kept kept, CustomerRow row) {
        if (kept.row == null) {
            changed.add(kept);
        }
        kept.row = row;
        if (kept.among != young) {
            kept.among = young;
            young.put(kept.key, kept);
        }
        if (changed.size() == MOST) {
            write();
        }
        if (young.size() == MOST) {
            // None of the old ones has changed and is not written: since it was young, as many others have changed as
            // are
            // written together.
            old = young;
            young = new HashMap<>();
        }
    }

    /** To be called before every commit. */
    void write() {
        List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>(changed.size());
        for (Kept kept : changed) {
            byte[] bytes = Objects.requireNonNull(kept.row).toBytes();
            rows.add(KeyValue.pair(kept.key, bytes));
            kept.written = bytes;
            kept.row = null;
        }
        store.putAll(rows);
        changed.clear();
    }
}
