package io.journey.streams.stitch;

import io.journey.core.identity.AddressedEvent;
import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.IdentityCodec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What an address remembers of its events. An event of which there is nothing to remember but its touch needs no row as
 * long as that touch lies in the customer's row; so looking for what is not there, the usual case, reads no store.
 */
final class EventRows {

    private final KeyValueStore<Bytes, byte[]> store;
    private final CustomerKeys keys;
    private final StoredHistory history;
    private final Map<String, @Nullable AddressedEvent> changed = new HashMap<>(4);
    private final Set<String> absent = new HashSet<>(4);

    EventRows(KeyValueStore<Bytes, byte[]> store, CustomerKeys keys, StoredHistory history) {
        this.store = store;
        this.keys = keys;
        this.history = history;
    }

    @Nullable AddressedEvent get(String eventId) {
        if (changed.containsKey(eventId)) {
            return changed.get(eventId);
        }
        EventPosition standing = history.recent().standingFor(eventId);
        if (standing != null) {
            return plain(standing);
        }
        byte[] row = history.isRecorded() ? store.get(keys.text(eventId)) : null;
        if (row == null) {
            absent.add(eventId);
            return null;
        }
        return IdentityCodec.event(eventId, row);
    }

    private static AddressedEvent plain(EventPosition position) {
        return new AddressedEvent(position, List.of(), false, null);
    }

    void keep(String eventId, AddressedEvent event) {
        changed.put(eventId, event);
    }

    void forget(String eventId) {
        changed.put(eventId, null);
    }

    /** Writes what the touches in the customer's row, as they are now, do not say. */
    void save() {
        List<KeyValue<Bytes, byte[]>> rows = new ArrayList<>();
        history.recent().gone().forEach((eventId, position) -> {
            if (!changed.containsKey(eventId)) {
                rows.add(row(eventId, plain(position)));
            }
        });
        changed.forEach((eventId, event) -> save(eventId, event, rows));
        if (!rows.isEmpty()) {
            store.putAll(rows);
            history.recorded();
        }
    }

    private void save(String eventId, @Nullable AddressedEvent event, List<KeyValue<Bytes, byte[]>> rows) {
        RecentTouches recent = history.recent();
        boolean hasRow = history.isRecorded() && !absent.contains(eventId) && recent.standingFor(eventId) == null;
        if (event == null) {
            if (hasRow) {
                store.delete(keys.text(eventId));
            }
            return;
        }
        int touch = recent.own(eventId);
        boolean isImplied = !hasRow
                && touch >= 0
                && event.isPlain()
                && recent.position(touch).equals(event.position());
        if (!isImplied) {
            rows.add(row(eventId, event));
        }
        if (touch >= 0 && recent.recorded(touch, !isImplied)) {
            history.marked();
        }
    }

    private KeyValue<Bytes, byte[]> row(String eventId, AddressedEvent event) {
        return KeyValue.pair(keys.text(eventId), IdentityCodec.event(event));
    }
}
