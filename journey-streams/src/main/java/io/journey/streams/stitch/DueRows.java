package io.journey.streams.stitch;

import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.DueKind;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** A task's index of identities by the instant at which something of theirs is due. */
final class DueRows {

    /**
     * Much can be due at once: after a catch-up, at midnight, when a replay closes. The tasks of a thread take theirs one
     * after the other within one transaction, which the broker aborts after ten seconds; a task that took all of it would
     * lose its work to that again and again, and for ever.
     */
    static final Duration PORTION = Duration.ofMillis(50);

    private final KeyValueStore<Bytes, byte[]> store;
    private final LongSupplier nanoTime;
    /** By kind, no row is earlier. Rows that were taken cost a scan until the store has dropped their remains. */
    private final Map<DueKind, Long> earliest = new EnumMap<>(DueKind.class);

    /** Takes what is due of an identity. */
    interface Taker {
        void take(String identity, long due);
    }

    DueRows(KeyValueStore<Bytes, byte[]> store) {
        this(store, System::nanoTime);
    }

    DueRows(KeyValueStore<Bytes, byte[]> store, LongSupplier nanoTime) {
        this.store = store;
        this.nanoTime = nanoTime;
        for (DueKind kind : DueKind.values()) {
            earliest.put(kind, Long.MIN_VALUE);
        }
    }

    void enter(DueKind kind, long due, String identity) {
        earliest.merge(kind, due, Math::min);
        store.put(CustomerKeys.due(kind, due, identity), Stores.PRESENT);
    }

    /**
     * Takes out what is due before an instant, as much as a portion of time allows and one at least. What is entered
     * meanwhile has its turn the next time.
     *
     * @return whether that was all
     */
    boolean takeBefore(DueKind kind, long instant, Taker taker) {
        long reached = earliest.getOrDefault(kind, Long.MIN_VALUE);
        if (reached >= instant) {
            return true;
        }
        long until = nanoTime.getAsLong() + PORTION.toNanos();
        earliest.put(kind, Long.MAX_VALUE);
        boolean all = true;
        try (KeyValueIterator<Bytes, byte[]> rows =
                store.range(CustomerKeys.due(kind, reached), CustomerKeys.due(kind, instant))) {
            while (all && rows.hasNext()) {
                Bytes key = rows.next().key;
                reached = CustomerKeys.dueAt(key);
                // Not delete(), which reads the row first.
                store.put(key, null);
                taker.take(CustomerKeys.dueCustomer(key), reached);
                all = nanoTime.getAsLong() < until || !rows.hasNext();
            }
        }
        earliest.merge(kind, reached, Math::min);
        return all;
    }
}
