package io.journey.core.identity;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.MemoryHistory;
import io.journey.core.journey.Touch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One identity's state in memory. */
final class MemoryNode implements Node, Node.Passed, Timeline {

    private final String identity;
    final MemoryHistory history = new MemoryHistory();
    private final TreeMap<EventPosition, Touch> passed = new TreeMap<>();
    private final TreeSet<Claim> claims = new TreeSet<>();
    private final Map<String, AddressedEvent> events = new HashMap<>();
    private final List<Erasure> erasures = new ArrayList<>();
    private final Map<EventPosition, Arrivals> arrivals = new HashMap<>();

    MemoryNode(String identity) {
        this.identity = identity;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public MemoryHistory history() {
        return history;
    }

    @Override
    public Passed passed() {
        return this;
    }

    @Override
    public Timeline claims() {
        return this;
    }

    @Override
    public @Nullable AddressedEvent event(String eventId) {
        return events.get(eventId);
    }

    @Override
    public void keep(String eventId, AddressedEvent event) {
        events.put(eventId, event);
    }

    @Override
    public void forget(String eventId) {
        events.remove(eventId);
    }

    /** Rows that grow with the number of events. */
    int size() {
        return history.between(Long.MIN_VALUE, Long.MAX_VALUE).size() + passed.size() + claims.size() + events.size();
    }

    @Override
    public List<Erasure> erasures() {
        return erasures;
    }

    @Override
    public void add(Erasure erasure) {
        erasures.add(erasure);
    }

    @Override
    public @Nullable Arrivals arrivals(EventPosition position) {
        return arrivals.get(position);
    }

    @Override
    public void keep(EventPosition position, @Nullable Arrivals row) {
        if (row == null) {
            arrivals.remove(position);
        } else {
            arrivals.put(position, row);
        }
    }

    /** Positions whose arrivals are not simply one; none when all is quiet. */
    int unsettled() {
        return arrivals.size();
    }

    @Override
    public @Nullable Touch at(EventPosition position) {
        return passed.get(position);
    }

    @Override
    public List<Touch> between(long from, long to) {
        return passed.values().stream()
                .filter(touch -> from <= touch.at() && touch.at() < to)
                .toList();
    }

    @Override
    public void add(Touch touch) {
        passed.put(touch.position(), touch);
    }

    @Override
    public void remove(EventPosition position) {
        passed.remove(position);
    }

    @Override
    public void add(Claim claim) {
        claims.add(claim);
    }

    @Override
    public void remove(Claim claim) {
        claims.remove(claim);
    }

    @Override
    public @Nullable Claim lastAt(long instant) {
        return last(claims.stream().filter(claim -> claim.at().at() <= instant).toList());
    }

    private static @Nullable Claim last(List<Claim> inOrder) {
        return inOrder.isEmpty() ? null : inOrder.get(inOrder.size() - 1);
    }

    @Override
    public @Nullable Claim first() {
        return claims.isEmpty() ? null : claims.first();
    }

    @Override
    public @Nullable Claim before(Claim claim) {
        NavigableSet<Claim> before = claims.headSet(claim, false);
        return before.isEmpty() ? null : before.last();
    }

    @Override
    public @Nullable Claim after(Claim claim) {
        NavigableSet<Claim> after = claims.tailSet(claim, false);
        return after.isEmpty() ? null : after.first();
    }
}
