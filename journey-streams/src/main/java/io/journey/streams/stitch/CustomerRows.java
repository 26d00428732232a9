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

    /** Bounds the memory: twice as many are at hand at most, some kilobytes each. More changes are written early. */
    private static final int MOST = 2048;

    private final KeyValueStore<Bytes, byte[]> store;
    /** Of late, and those before; a row that is put again is young again, and what stays old goes as the young become so. */
    private Map<Bytes, Kept> young = new HashMap<>();

    private Map<Bytes, Kept> old = new HashMap<>();
    private final List<Kept> changed = new ArrayList<>();

    /** Either as it is changed, or as it was written: few bytes, which the garbage collector need not look through. */
    private static final class Kept {
        private final Bytes key;
        private @Nullable CustomerRow changed;
        private byte[] written = {};

        Kept(Bytes key) {
            this.key = key;
        }
    }

    CustomerRows(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** The row, to be changed and put back, or left as it is. */
    CustomerRow get(Bytes key) {
        Kept kept = kept(key);
        if (kept != null && kept.changed != null) {
            return kept.changed;
        }
        byte[] written = kept != null ? kept.written : store.get(key);
        return written == null ? CustomerRow.empty() : CustomerRow.of(written);
    }

    private @Nullable Kept kept(Bytes key) {
        Kept kept = young.get(key);
        return kept != null ? kept : old.get(key);
    }

    void put(Bytes key, CustomerRow row) {
        Kept kept = kept(key);
        if (kept == null) {
            kept = new Kept(key);
        }
        if (kept.changed == null) {
            changed.add(kept);
        }
        kept.changed = row;
        young.putIfAbsent(key, kept);
        if (young.size() == MOST) {
            write();
            old = young;
            young = new HashMap<>();
        }
    }

    /** To be called before every commit. */
    void write() {
        List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>(changed.size());
        for (Kept kept : changed) {
            kept.written = Objects.requireNonNull(kept.changed).toBytes();
            kept.changed = null;
            rows.add(KeyValue.pair(kept.key, kept.written));
        }
        store.putAll(rows);
        changed.clear();
    }
}
