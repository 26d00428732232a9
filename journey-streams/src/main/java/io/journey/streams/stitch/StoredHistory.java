package io.journey.streams.stitch;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.History;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.StandingCodec;
import io.journey.streams.codec.TouchCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** One customer's history in the task's stores. */
final class StoredHistory implements History {

    private static final byte[] PRESENT = {1};

    private final Stores stores;
    private final String customer;
    private final CustomerKeys keys;

    StoredHistory(Stores stores, String customer) {
        this.stores = stores;
        this.customer = customer;
        this.keys = new CustomerKeys(customer);
    }

    @Override
    public @Nullable Standing standing() {
        byte[] row = stores.customers().get(keys.customer());
        return row == null ? null : StandingCodec.standing(row);
    }

    @Override
    public void keep(Standing standing) {
        stores.customers().put(keys.customer(), StandingCodec.standing(standing));
    }

    @Override
    public @Nullable EventPosition find(String eventId) {
        byte[] row = stores.eventIds().get(keys.eventId(eventId));
        return row == null ? null : TouchCodec.position(eventId, row);
    }

    @Override
    public Touch get(EventPosition position) {
        byte[] row = stores.touches().get(keys.position(position));
        return TouchCodec.row(position, Objects.requireNonNull(row, () -> "no touch of a customer at " + position));
    }

    @Override
    public void add(Touch touch) {
        stores.touches().put(keys.position(touch.position()), TouchCodec.row(touch));
        stores.eventIds().put(keys.eventId(touch.position().eventId()), TouchCodec.position(touch.position()));
    }

    @Override
    public void remove(EventPosition position) {
        stores.touches().delete(keys.position(position));
        stores.eventIds().delete(keys.eventId(position.eventId()));
    }

    @Override
    public List<Touch> since(@Nullable EventPosition from) {
        List<Touch> touches = new ArrayList<>();
        Bytes first = from == null ? keys.first() : keys.position(from);
        try (KeyValueIterator<Bytes, byte[]> rows = stores.touches().range(first, keys.last())) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                touches.add(TouchCodec.row(keys.position(row.key), row.value));
            }
        }
        return touches;
    }

    @Override
    public Fold.@Nullable Boundary boundaryBefore(EventPosition position) {
        Bytes limit = keys.position(position);
        try (KeyValueIterator<Bytes, byte[]> rows = stores.boundaries().reverseRange(keys.first(), limit)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (!row.key.equals(limit)) {
                    return new Fold.Boundary(keys.position(row.key), StandingCodec.snapshot(row.value));
                }
            }
        }
        return null;
    }

    @Override
    public void addBoundary(Fold.Boundary boundary) {
        stores.boundaries().put(keys.position(boundary.first()), StandingCodec.snapshot(boundary.before()));
    }

    @Override
    public void removeBoundary(EventPosition first) {
        stores.boundaries().delete(keys.position(first));
    }

    @Override
    public void schedule(long due) {
        stores.dueLapses().put(CustomerKeys.due(due, customer), PRESENT);
    }
}
