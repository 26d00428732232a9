package io.journey.streams.stitch;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.History;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.DueKind;
import io.journey.streams.codec.StandingCodec;
import io.journey.streams.codec.TouchCodec;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** One customer's history in the task's stores; made for one input and thrown away. */
final class StoredHistory implements History {

    private static final byte[] PRESENT = {1};

    private final Stores stores;
    private final String customer;
    private final CustomerKeys keys;
    private @Nullable Standing standing;
    private boolean standingRead;

    StoredHistory(Stores stores, String customer) {
        this.stores = stores;
        this.customer = customer;
        this.keys = new CustomerKeys(customer);
    }

    @Override
    public @Nullable Standing standing() {
        if (!standingRead) {
            byte[] row = stores.customers().get(keys.customer());
            standing = row == null ? null : StandingCodec.standing(row);
            standingRead = true;
        }
        return standing;
    }

    @Override
    public void keep(Standing now) {
        standing = now;
        standingRead = true;
        stores.customers().put(keys.customer(), StandingCodec.standing(now));
    }

    @Override
    public @Nullable Touch at(EventPosition position) {
        byte[] row = stores.touches().get(keys.position(position));
        return row == null ? null : TouchCodec.row(position, row);
    }

    @Override
    public List<Touch> between(long from, long to) {
        return TouchRows.read(stores.touches(), keys, keys.instant(from), keys.instant(to));
    }

    @Override
    public void add(Touch touch) {
        stores.touches().put(keys.position(touch.position()), TouchCodec.row(touch));
    }

    @Override
    public void remove(EventPosition position) {
        stores.touches().delete(keys.position(position));
    }

    @Override
    public List<Touch> since(@Nullable EventPosition from) {
        Bytes first = from == null ? keys.first() : keys.position(from);
        return TouchRows.read(stores.touches(), keys, first, keys.last());
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
        stores.due().put(CustomerKeys.due(DueKind.LAPSE, due, customer), PRESENT);
    }
}
