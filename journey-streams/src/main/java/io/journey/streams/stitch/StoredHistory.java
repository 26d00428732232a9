package io.journey.streams.stitch;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.History;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.CustomerRow;
import io.journey.streams.codec.DueKind;
import io.journey.streams.codec.StandingCodec;
import io.journey.streams.codec.TouchCodec;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/**
 * One customer's history in the task's stores; made for one input, saved, and thrown away. The latest touches lie in the
 * customer's row, older ones in rows of their own.
 */
final class StoredHistory implements History {

    private final Stores stores;
    private final String customer;
    private final CustomerKeys keys;
    private final RecentTouches recent;
    private @Nullable Standing standing;
    private boolean recorded;
    private boolean changed;

    StoredHistory(Stores stores, String customer, CustomerKeys keys) {
        this.stores = stores;
        this.customer = customer;
        this.keys = keys;
        CustomerRow row = stores.customers().get(keys.customer());
        this.recent = new RecentTouches(row);
        this.standing = row.standing();
        this.recorded = row.recorded();
    }

    @Override
    public @Nullable Standing standing() {
        return standing;
    }

    @Override
    public void keep(Standing now) {
        standing = now;
        changed = true;
    }

    @Override
    public @Nullable Touch at(EventPosition position) {
        if (recent.reaches(position)) {
            return recent.at(position);
        }
        byte[] row = stores.touches().get(keys.position(position));
        return row == null ? null : TouchCodec.row(position, row);
    }

    @Override
    public List<Touch> between(long from, long to) {
        List<Touch> touches = new ArrayList<>();
        EventPosition older = recent.older();
        if (older != null && from <= older.at()) {
            Bytes end = keys.position(older);
            Bytes limit = keys.instant(to);
            // A key of the limit's instant is greater than the limit itself, so nothing of that instant comes along.
            touches.addAll(TouchRows.read(stores.touches(), keys, keys.instant(from), min(end, limit)));
        }
        recent.between(from, to, touches);
        return touches;
    }

    private static Bytes min(Bytes one, Bytes other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public void add(Touch touch) {
        if (recent.reaches(touch.position())) {
            recent.add(touch);
            changed = true;
            if (recent.overflows()) {
                spill();
            }
        } else {
            stores.touches().put(keys.position(touch.position()), TouchCodec.row(touch));
        }
    }

    @Override
    public void remove(EventPosition position) {
        if (recent.reaches(position)) {
            recent.remove(position);
            changed = true;
        } else {
            stores.touches().delete(keys.position(position));
        }
    }

    @Override
    public List<Touch> since(@Nullable EventPosition from) {
        List<Touch> touches = new ArrayList<>();
        EventPosition older = recent.older();
        if (older != null && (from == null || !older.isBefore(from))) {
            Bytes first = from == null ? keys.first() : keys.position(from);
            touches.addAll(TouchRows.read(stores.touches(), keys, first, keys.position(older)));
        }
        recent.since(from, touches);
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
        stores.due().enter(DueKind.LAPSE, due, customer);
    }

    RecentTouches recent() {
        return recent;
    }

    /** Whether events may have rows of their own. */
    boolean isRecorded() {
        return recorded;
    }

    void recorded() {
        changed |= !recorded;
        recorded = true;
    }

    /** Notes that the marks of a touch in the row have changed. */
    void marked() {
        changed = true;
    }

    /** Gives rows of their own to touches that the customer's row has no place for. */
    void spill() {
        List<Touch> spilt = recent.spill();
        if (!spilt.isEmpty()) {
            stores.touches()
                    .putAll(spilt.stream()
                            .map(each -> KeyValue.pair(keys.position(each.position()), TouchCodec.row(each)))
                            .toList());
            changed = true;
        }
    }

    void save() {
        if (changed) {
            stores.customers().put(keys.customer(), recent.row(standing, recorded));
            changed = false;
        }
    }
}
