package io.journey.streams.stitch;

import io.journey.core.identity.AddressedEvent;
import io.journey.core.identity.Arrivals;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Node;
import io.journey.core.identity.Timeline;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.History;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.IdentityCodec;
import io.journey.streams.codec.RowKind;
import io.journey.streams.codec.TouchCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One identity's state in the task's stores; made for one input, saved, and thrown away. */
final class StoredNode implements Node {

    private final Stores stores;
    private final String identity;
    private final CustomerKeys keys;
    private final StoredHistory history;
    private final EventRows events;

    StoredNode(Stores stores, String identity) {
        this.stores = stores;
        this.identity = identity;
        this.keys = new CustomerKeys(identity);
        this.history = new StoredHistory(stores, identity, keys);
        this.events = new EventRows(stores.eventIds(), keys, history);
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Passed passed() {
        return new StoredPassed(stores.identities(), keys.of(RowKind.PASSED));
    }

    @Override
    public Timeline claims() {
        return new StoredTimeline(stores.identities(), keys.of(RowKind.CLAIM));
    }

    @Override
    public @Nullable AddressedEvent event(String eventId) {
        return events.get(eventId);
    }

    @Override
    public void keep(String eventId, AddressedEvent event) {
        events.keep(eventId, event);
    }

    @Override
    public void forget(String eventId) {
        events.forget(eventId);
    }

    /** Writes what has changed of history and events; the rest is written at once. */
    void save() {
        history.spill();
        events.save();
        history.save();
    }

    @Override
    public List<Erasure> erasures() {
        CustomerKeys rows = keys.of(RowKind.ERASURE);
        List<Erasure> erasures = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = stores.identities().range(rows.first(), rows.last())) {
            while (all.hasNext()) {
                erasures.add(IdentityCodec.erasure(all.next().value));
            }
        }
        return erasures;
    }

    @Override
    public void add(Erasure erasure) {
        EventPosition interval = new EventPosition(erasure.from(), erasure.to(), "");
        stores.identities().put(keys.of(RowKind.ERASURE).position(interval), IdentityCodec.erasure(erasure));
    }

    /**
     * Whether a source gives an instruction for the first time; notes that it did.
     *
     * @param instruction what it does, as text
     */
    boolean isFirst(String source, String instruction) {
        // The length tells where the source ends, whatever is in it.
        Bytes key = keys.of(RowKind.INSTRUCTION).text(source.length() + " " + source + instruction);
        return stores.identities().putIfAbsent(key, Stores.PRESENT) == null;
    }

    @Override
    public @Nullable Arrivals arrivals(EventPosition position) {
        byte[] row = stores.identities().get(keys.of(RowKind.ARRIVALS).position(position));
        return row == null ? null : IdentityCodec.arrivals(row);
    }

    @Override
    public void keep(EventPosition position, @Nullable Arrivals arrivals) {
        Bytes key = keys.of(RowKind.ARRIVALS).position(position);
        if (arrivals == null) {
            stores.identities().delete(key);
        } else {
            stores.identities().put(key, IdentityCodec.arrivals(arrivals));
        }
    }

    /** Touches that went on, in the store of identities. */
    private record StoredPassed(KeyValueStore<Bytes, byte[]> store, CustomerKeys keys) implements Passed {

        @Override
        public @Nullable Touch at(EventPosition position) {
            byte[] row = store.get(keys.position(position));
            return row == null ? null : TouchCodec.row(position, row);
        }

        @Override
        public List<Touch> between(long from, long to) {
            return TouchRows.read(store, keys, keys.instant(from), keys.instant(to));
        }

        @Override
        public void add(Touch touch) {
            store.put(keys.position(touch.position()), TouchCodec.row(touch));
        }

        @Override
        public void remove(EventPosition position) {
            store.delete(keys.position(position));
        }
    }
}
