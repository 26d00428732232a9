package io.journey.streams.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which times of which identities are a customer's, and by which claims: from each identity that the customer
 * has touches of, or claims, up to the customer.
 */
final class Attributions {

    /** Claims point up the ladder, so a longer way is one that changed while it was looked at. */
    private static final int MOST_STEPS = 32;

    private final Customer customer;
    private final Function<String, List<Customer.Owner>> owners;
    private final List<Customer.Attribution> found = new ArrayList<>();

    /**
     * @param customer as its home tells it
     * @param owners who owned another identity, in order
     */
    Attributions(Customer customer, Function<String, List<Customer.Owner>> owners) {
        this.customer = customer;
        this.owners = owners;
    }

    List<Customer.Attribution> find() {
        for (Span own : unowned()) {
            add(customer.identity(), own, List.of());
        }
        Set<String> others = new LinkedHashSet<>();
        customer.touches().forEach(touch -> others.add(touch.address()));
        others.addAll(customer.claimed());
        others.remove(customer.identity());
        for (String other : others) {
            climb(other, other, Span.EVER, List.of());
        }
        found.sort(Comparator.comparing(
                        (Customer.Attribution each) -> each.identity().equals(customer.identity()) ? 0 : 1)
                .thenComparing(Customer.Attribution::identity)
                .thenComparing(each -> each.from() == null ? Instant.MIN : each.from()));
        return found;
    }

    private void climb(String start, String identity, Span span, List<Customer.Reason> way) {
        if (way.size() == MOST_STEPS) {
            return;
        }
        for (Customer.Owner owner : owners.apply(identity)) {
            Span shared = span.and(new Span(owner.from(), orEver(owner.to())));
            List<Customer.Reason> longer = new ArrayList<>(way);
            longer.add(new Customer.Reason(identity, owner.identity(), owner.claimedAt(), owner.eventId()));
            if (shared.isEmpty()) {
                continue;
            }
            if (owner.identity().equals(customer.identity())) {
                unowned().forEach(own -> add(start, own.and(shared), longer));
            } else if (touches(start, shared) > 0) {
                climb(start, owner.identity(), shared, longer);
            }
        }
    }

    /** The times in which the customer owned itself. */
    private List<Span> unowned() {
        List<Span> spans = new ArrayList<>();
        Instant from = Instant.MIN;
        for (Customer.Owner owner : customer.owners()) {
            spans.add(new Span(from, owner.from()));
            from = orEver(owner.to());
        }
        spans.add(new Span(from, Instant.MAX));
        spans.removeIf(Span::isEmpty);
        return spans;
    }

    private void add(String identity, Span span, List<Customer.Reason> because) {
        if (!span.isEmpty()) {
            found.add(new Customer.Attribution(
                    identity,
                    span.from().equals(Instant.MIN) ? null : span.from(),
                    span.to().equals(Instant.MAX) ? null : span.to(),
                    touches(identity, span),
                    because));
        }
    }

    private long touches(String identity, Span span) {
        return customer.touches().stream()
                .filter(touch -> touch.address().equals(identity) && span.covers(touch.at()))
                .count();
    }

    private static Instant orEver(@Nullable Instant to) {
        return to == null ? Instant.MAX : to;
    }

    /** Instants from one (inclusive) to another (exclusive). */
    private record Span(Instant from, Instant to) {

        static final Span EVER = new Span(Instant.MIN, Instant.MAX);

        boolean isEmpty() {
            return !from.isBefore(to);
        }

        boolean covers(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }

        Span and(Span other) {
            return new Span(from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
        }
    }
}
