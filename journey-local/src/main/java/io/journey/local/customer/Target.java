package io.journey.local.customer;

import io.journey.streams.query.Customer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Events that are to be erased: those of one address, of an interval.
 *
 * @param from null for since ever
 */
record Target(String address, @Nullable Instant from, Instant to) {

    /** All that was attributed to a customer before an instant; other addresses first, the customer's own last. */
    static List<Target> of(Customer customer, Instant before) {
        Set<Target> targets = new LinkedHashSet<>();
        for (Customer.Attribution each : customer.identities()) {
            Instant to = each.to() == null || each.to().isAfter(before) ? before : each.to();
            if (each.from() == null || each.from().isBefore(to)) {
                targets.add(new Target(each.identity(), each.from(), to));
            }
        }
        // What no attribution explains, for example because an answer does not hold all of them, goes event by event.
        List<Target> known = List.copyOf(targets);
        for (Customer.Contact touch : customer.touches()) {
            if (touch.at().isBefore(before) && known.stream().noneMatch(target -> target.covers(touch))) {
                targets.add(new Target(touch.address(), touch.at(), touch.at().plusMillis(1)));
            }
        }
        List<Target> ordered = new ArrayList<>();
        targets.stream().filter(each -> !each.isOf(customer)).forEach(ordered::add);
        targets.stream().filter(each -> each.isOf(customer)).forEach(ordered::add);
        return ordered;
    }

    boolean isOf(Customer customer) {
        return address.equals(customer.identity());
    }

    boolean covers(Customer.Contact touch) {
        return touch.address().equals(address)
                && (from == null || !touch.at().isBefore(from))
                && touch.at().isBefore(to);
    }

    boolean isErasedIn(Customer state) {
        return state.erased().contains(new Customer.Interval(from, to));
    }
}
