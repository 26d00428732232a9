package io.journey.streams.stitch;

import io.journey.core.identity.Claim;
import io.journey.core.identity.Timeline;
import io.journey.core.journey.EventPosition;
import io.journey.streams.codec.CustomerKeys;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** One identity's claims in the task's store. A claim is its key; the claimant stands where a position has an address. */
final class StoredTimeline implements Timeline {

    private final KeyValueStore<Bytes, byte[]> store;
    private final CustomerKeys keys;

    /**
     * @param keys those of claims
     */
    StoredTimeline(KeyValueStore<Bytes, byte[]> store, CustomerKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    private Bytes key(Claim claim) {
        EventPosition at = claim.at();
        return keys.position(new EventPosition(at.at(), at.sequence(), at.eventId(), claim.claimant()));
    }

    private Claim claim(Bytes key) {
        EventPosition row = keys.position(key);
        return new Claim(new EventPosition(row.at(), row.sequence(), row.eventId()), row.address());
    }

    @Override
    public void add(Claim claim) {
        store.put(key(claim), Stores.PRESENT);
    }

    @Override
    public void remove(Claim claim) {
        store.delete(key(claim));
    }

    @Override
    public @Nullable Claim lastAt(long instant) {
        return last(keys.instant(instant + 1));
    }

    @Override
    public @Nullable Claim first() {
        return first(keys.first());
    }

    @Override
    public @Nullable Claim before(Claim claim) {
        return last(key(claim));
    }

    @Override
    public @Nullable Claim after(Claim claim) {
        return first(key(claim));
    }

    /** The last claim before a key, which may be there itself. */
    private @Nullable Claim last(Bytes limit) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.reverseRange(keys.first(), limit)) {
            return next(rows, limit);
        }
    }

    /** The first claim after a key, which may be there itself. */
    private @Nullable Claim first(Bytes limit) {
        try (KeyValueIterator<Bytes, byte[]> rows = store.range(limit, keys.last())) {
            return next(rows, limit);
        }
    }

    private @Nullable Claim next(KeyValueIterator<Bytes, byte[]> rows, Bytes limit) {
        while (rows.hasNext()) {
            Bytes key = rows.next().key;
            if (!key.equals(limit)) {
                return claim(key);
            }
        }
        return null;
    }
}
