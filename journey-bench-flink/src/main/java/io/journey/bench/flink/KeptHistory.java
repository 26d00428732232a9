package io.journey.bench.flink;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.History;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * One customer's history as far as events that come in order need it: where the customer stands, and the touches of the
 * latest journey, which is published anew when its persona changes. Made for one timer, saved, and thrown away.
 */
final class KeptHistory implements History {

    private final State state;
    private final LongConsumer schedule;
    private final List<Touch> added = new ArrayList<>();
    private @Nullable Standing standing;
    private boolean changed;
    private boolean begunAnew;

    /** State of the current key; touches are only ever appended, which RocksDB does without reading. */
    record State(ValueState<Standing> standing, ListState<Touch> touches, ValueState<Fold.Boundary> boundary) {}

    KeptHistory(State state, LongConsumer schedule) throws Exception {
        this.state = state;
        this.schedule = schedule;
        this.standing = state.standing().value();
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
    public void add(Touch touch) {
        added.add(touch);
    }

    @Override
    public List<Touch> since(@Nullable EventPosition from) {
        try {
            List<Touch> touches = new ArrayList<>();
            if (!begunAnew) {
                state.touches().get().forEach(touches::add);
            }
            touches.addAll(added);
            touches.removeIf(touch -> from != null && touch.position().isBefore(from));
            return touches;
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be read", e);
        }
    }

    @Override
    public Fold.@Nullable Boundary boundaryBefore(EventPosition position) {
        Fold.Boundary kept = boundary();
        return kept != null && kept.first().isBefore(position) ? kept : null;
    }

    private Fold.@Nullable Boundary boundary() {
        try {
            return state.boundary().value();
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be read", e);
        }
    }

    @Override
    public void addBoundary(Fold.Boundary boundary) {
        Fold.Boundary kept = boundary();
        if (kept != null && kept.first().equals(boundary.first())) {
            return;
        }
        try {
            state.boundary().update(boundary);
        } catch (Exception e) {
            throw new IllegalStateException("state cannot be written", e);
        }
        // The journey before can no longer change.
        added.removeIf(touch -> touch.position().isBefore(boundary.first()));
        begunAnew = true;
    }

    @Override
    public void schedule(long due) {
        schedule.accept(due);
    }

    void save() throws Exception {
        if (changed) {
            state.standing().update(standing);
        }
        if (begunAnew) {
            state.touches().update(added);
        } else if (!added.isEmpty()) {
            state.touches().addAll(added);
        }
    }

    @Override
    public @Nullable Touch at(EventPosition position) {
        throw outOfOrder();
    }

    @Override
    public List<Touch> between(long from, long to) {
        throw outOfOrder();
    }

    @Override
    public void remove(EventPosition position) {
        throw outOfOrder();
    }

    @Override
    public void removeBoundary(EventPosition first) {
        throw outOfOrder();
    }

    private static UnsupportedOperationException outOfOrder() {
        return new UnsupportedOperationException("events come in order here, and late ones are dropped");
    }
}
