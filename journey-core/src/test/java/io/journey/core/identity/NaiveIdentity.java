package io.journey.core.identity;

import io.journey.core.event.Event;
import io.journey.core.journey.NaiveJourneys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Section 3 of the semantics once more, the slow way: from everything that was ever delivered, looking everything up
 * where it is needed. It shares no code with the ladder; the two must agree.
 */
public final class NaiveIdentity {

    /** What is given to the pipeline. */
    public sealed interface Given {}

    /** One delivery: an event at its address with what it claims. */
    public record Delivered(String address, Event event, List<String> claims) implements Given {}

    /** Whose event to unlink. */
    public record Unlinked(String address, String eventId) implements Given {}

    /** Which events to erase. */
    public record Erased(String address, long from, long to) implements Given {}

    private record Point(Event event, String claimant) {}

    private final List<Delivered> counting = new ArrayList<>();
    private final Map<String, List<Point>> timelines = new HashMap<>();
    private final String primary;
    private final long lookback;
    private final List<Delivered> erased = new ArrayList<>();
    private int refused;

    NaiveIdentity(String primary, long lookback, List<Given> given, Comparator<Delivered> byDelivery) {
        this.primary = primary;
        this.lookback = lookback;
        Map<Unlinked, Delivered> smallest = new HashMap<>();
        Set<Unlinked> unlinked = new HashSet<>();
        List<Erased> erasures = new ArrayList<>();
        for (Given each : given) {
            if (each instanceof Delivered delivered) {
                smallest.merge(
                        new Unlinked(delivered.address(), delivered.event().eventId()),
                        delivered,
                        (one, two) -> byDelivery.compare(one, two) <= 0 ? one : two);
            } else if (each instanceof Unlinked one) {
                unlinked.add(one);
            } else if (each instanceof Erased one) {
                erasures.add(one);
            }
        }
        for (Delivered delivered : smallest.values()) {
            long at = delivered.event().occurredAt();
            if (erasures.stream()
                    .anyMatch(gone ->
                            gone.address().equals(delivered.address()) && gone.from() <= at && at < gone.to())) {
                erased.add(delivered);
            } else {
                counting.add(delivered);
            }
        }
        counting.sort(
                Comparator.comparing(Delivered::event, NaiveJourneys.order()).thenComparing(Delivered::address));
        claim(unlinked);
    }

    private void claim(Set<Unlinked> unlinked) {
        List<String[]> edges = new ArrayList<>();
        for (Delivered delivered : counting) {
            if (unlinked.contains(
                    new Unlinked(delivered.address(), delivered.event().eventId()))) {
                continue;
            }
            for (String claimed :
                    new LinkedHashSet<>(delivered.claims().stream().sorted().toList())) {
                if (claimed.startsWith(primary)) {
                    if (reaches(edges, delivered.address(), claimed)) {
                        refused++;
                        continue;
                    }
                    edges.add(new String[] {claimed, delivered.address()});
                }
                timelines
                        .computeIfAbsent(claimed, any -> new ArrayList<>())
                        .add(new Point(delivered.event(), delivered.address()));
            }
        }
        timelines
                .values()
                .forEach(points -> points.sort(Comparator.comparing(Point::event, NaiveJourneys.order())
                        .thenComparing(Point::claimant)));
    }

    private static boolean reaches(List<String[]> edges, String from, String to) {
        Set<String> reached = new HashSet<>(Set.of(from));
        for (int round = 0; round <= edges.size(); round++) {
            edges.stream().filter(edge -> reached.contains(edge[0])).toList().forEach(edge -> reached.add(edge[1]));
        }
        return reached.contains(to);
    }

    /** Events that count. */
    public List<Delivered> counting() {
        return counting;
    }

    /** Events that do not count because they are erased. */
    public List<Delivered> erased() {
        return erased;
    }

    public int refused() {
        return refused;
    }

    private String owner(String identity, long at) {
        List<Point> points = timelines.getOrDefault(identity, List.of());
        String owner = null;
        for (Point point : points) {
            if (point.event().occurredAt() <= at) {
                owner = point.claimant();
            }
        }
        if (owner != null) {
            return owner;
        }
        boolean reachesBack = !points.isEmpty() && points.get(0).event().occurredAt() - at <= lookback;
        return reachesBack ? points.get(0).claimant() : identity;
    }

    private String customer(Delivered delivered) {
        String identity = delivered.address();
        while (true) {
            String owner = owner(identity, delivered.event().occurredAt());
            if (owner.equals(identity)) {
                return identity;
            }
            identity = owner;
        }
    }

    /** The events of each customer, in event order. */
    public Map<String, List<Delivered>> customers() {
        Map<String, List<Delivered>> customers = new TreeMap<>();
        for (Delivered delivered : counting) {
            customers
                    .computeIfAbsent(customer(delivered), any -> new ArrayList<>())
                    .add(delivered);
        }
        // Of two events of one id and instant, the customer's own comes first.
        customers.forEach((customer, events) ->
                events.sort(Comparator.comparing(Delivered::event, NaiveJourneys.order())
                        .thenComparing(event -> event.address().equals(customer) ? "" : event.address())));
        return customers;
    }
}
