package io.journey.core.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One customer's history in memory, with the index of due lapses. */
public final class MemoryHistory implements History {

    private final TreeMap<EventPosition, Touch> touches = new TreeMap<>();
    private final TreeMap<EventPosition, Fold.Boundary> boundaries = new TreeMap<>();
    public final TreeSet<Long> due = new TreeSet<>();
    private @Nullable Standing standing;

    @Override
    public @Nullable Standing standing() {
        return standing;
    }

    @Override
    public void keep(Standing standing) {
        this.standing = standing;
    }

    @Override
    public @Nullable Touch at(EventPosition position) {
        return touches.get(position);
    }

    @Override
    public List<Touch> between(long from, long to) {
        return touches.values().stream()
                .filter(touch -> from <= touch.at() && touch.at() < to)
                .toList();
    }

    @Override
    public void add(Touch touch) {
        touches.put(touch.position(), touch);
    }

    @Override
    public void remove(EventPosition position) {
        touches.remove(position);
    }

    @Override
    public List<Touch> since(@Nullable EventPosition from) {
        return new ArrayList<>((from == null ? touches : touches.tailMap(from, true)).values());
    }

    @Override
    public Fold.@Nullable Boundary boundaryBefore(EventPosition position) {
        Map.Entry<EventPosition, Fold.Boundary> entry = boundaries.lowerEntry(position);
        return entry == null ? null : entry.getValue();
    }

    @Override
    public void addBoundary(Fold.Boundary boundary) {
        boundaries.put(boundary.first(), boundary);
    }

    @Override
    public void removeBoundary(EventPosition first) {
        boundaries.remove(first);
    }

    @Override
    public void schedule(long due) {
        this.due.add(due);
    }
}
