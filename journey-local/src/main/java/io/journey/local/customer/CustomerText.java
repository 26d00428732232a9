package io.journey.local.customer;

import io.journey.streams.query.Customer;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One customer as text: who, where now, which identities and why, and everything in the order in which it happened. */
final class CustomerText {

    private final PrintWriter out;

    CustomerText(PrintWriter out) {
        this.out = out;
    }

    void print(Customer customer) {
        out.println(customer.identity() + " in journey " + customer.journey() + " version " + customer.version()
                + ", times in UTC" + asOf(customer.asOf()));
        out.println(standing(customer));
        owners(customer);
        if (customer.touchesInAll() > 0) {
            identities(customer.identities());
            timeline(customer);
        }
        customer.erased()
                .forEach(erased -> out.println("Erased: what happened "
                        + (erased.from() == null ? "" : "from " + Times.of(erased.from()) + " ") + "before "
                        + Times.of(erased.to())));
        if (customer.cut()) {
            out.println("There is more than is shown here; this is the latest of it.");
        }
    }

    private static String asOf(@Nullable Instant asOf) {
        return asOf == null ? "" : ", as of " + Times.of(asOf);
    }

    private static String standing(Customer customer) {
        Customer.Place now = customer.now();
        if (now == null) {
            return customer.journeys().isEmpty() ? "Has no journey of its own." : "Has no open journey.";
        }
        String lapse = now.lapsesAt() == null ? "" : ", lapses " + Times.of(now.lapsesAt()) + " if nothing comes";
        return "Stands in " + now.stage() + " since " + Times.of(now.since()) + " (journey " + now.journey()
                + ", persona " + now.persona() + lapse + ").";
    }

    private void owners(Customer customer) {
        if (customer.owners().isEmpty()) {
            return;
        }
        out.println();
        out.println("Belongs to others, with " + counted(customer.touchesOfOthers(), "touch", "touches"));
        for (Customer.Owner owner : customer.owners()) {
            out.println("  " + owner.identity() + "  " + Times.span(owner.from(), owner.to()) + "; claimed at "
                    + Times.of(owner.claimedAt()) + " by event " + owner.eventId()
                    + (owner.claims() > 1 ? " and " + (owner.claims() - 1) + " more" : ""));
        }
    }

    private void identities(List<Customer.Attribution> identities) {
        out.println();
        out.println("Identities");
        int width = identities.stream()
                .mapToInt(each -> each.identity().length())
                .max()
                .orElse(0);
        for (Customer.Attribution each : identities) {
            out.println("  " + padded(each.identity(), width) + "  " + Times.span(each.from(), each.to()) + "  "
                    + counted(each.touches(), "touch", "touches") + because(each.because()));
        }
    }

    private static String because(List<Customer.Reason> because) {
        return because.isEmpty()
                ? "; its own"
                : because.stream()
                        .map(step -> step.owner() + " claimed it at " + Times.of(step.claimedAt()) + " by event "
                                + step.eventId())
                        .collect(Collectors.joining(", and ", "; ", ""));
    }

    private void timeline(Customer customer) {
        out.println();
        out.println("Timeline, " + counted(customer.touchesInAll(), "touch", "touches") + " in "
                + counted(customer.journeys().size(), "journey", "journeys"));
        Stream.concat(
                        customer.touches().stream().map(CustomerText::line),
                        customer.journeys().stream()
                                .flatMap(journey ->
                                        journey.transitions().stream().map(move -> line(journey, move))))
                .sorted(Comparator.comparing(Line::at).thenComparing(Line::rank))
                .forEach(line -> out.println("  " + Times.of(line.at()) + "  " + line.text()));
    }

    /** Something that happened; of one instant, what ends comes first, then touches, then what they caused. */
    private record Line(Instant at, int rank, String text) {}

    private static Line line(Customer.Contact touch) {
        String amount = touch.amount() == null ? "" : "  " + touch.amount();
        return new Line(
                touch.at(),
                1,
                "  " + touch.channel() + "  " + touch.touchpoint() + amount + "  (" + touch.address() + ", event "
                        + touch.eventId() + ")");
    }

    private static Line line(Customer.Journey journey, Customer.Move move) {
        if (move.to() == null) {
            return new Line(
                    move.at(),
                    0,
                    "journey " + journey.number() + " ends in " + move.from() + " (" + move.kind() + "), value "
                            + journey.value());
        }
        String stay = move.from() == null
                ? "journey " + journey.number() + " begins in " + move.to()
                : move.from() + " -> " + move.to();
        String after = move.from() == null ? "" : " after " + Times.length(move.dwellMs());
        return new Line(move.at(), 2, stay + " (" + move.kind() + (move.revisit() ? ", again" : "") + ")" + after);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String counted(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
