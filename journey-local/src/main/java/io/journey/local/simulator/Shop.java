package io.journey.local.simulator;

import io.journey.events.v1.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A simulated shop: yields its customers' events in the order in which they are to be delivered. Customers turn up,
 * go from contact to contact as their persona's {@link Habits} have it, fall silent, and may turn up again.
 */
public final class Shop implements Iterator<Delivery> {

    private static final Duration MEDIAN_LATENESS = Duration.ofMinutes(2);
    private static final Duration GREATEST_LATENESS = Duration.ofHours(6);
    private static final Duration MEDIAN_REPEAT = Duration.ofSeconds(5);

    private static final double CONTACTS_PER_ARRIVAL = Habits.contactsPerArrival();

    private final ShopSettings settings;
    private final Chance chance;
    private final Habits habits;
    private final Till till;
    private final Ledger ledger = new Ledger();
    private final List<Customer> customers = new ArrayList<>();
    private final List<Customer> silent = new ArrayList<>();
    private final PriorityQueue<Plan> plans =
            new PriorityQueue<>(Comparator.comparing(Plan::at).thenComparing(Plan::number));
    private final PriorityQueue<Sending> sendings =
            new PriorityQueue<>(Comparator.comparing(Sending::at).thenComparing(Sending::number));
    private Instant nextArrival;
    private long number;
    private long duplicates;

    public Shop(ShopSettings settings) {
        this.settings = settings;
        this.chance = new Chance(settings.seed());
        this.habits = new Habits(chance);
        this.till = new Till(settings.run(), chance);
        this.nextArrival = arrivalAfter(settings.phases().get(0).begin());
    }

    @Override
    public boolean hasNext() {
        return !isClosed() || !sendings.isEmpty();
    }

    @Override
    public Delivery next() {
        while (!isClosed() && !isSendingNext()) {
            goOn();
        }
        Sending sending = sendings.poll();
        if (sending == null) {
            throw new NoSuchElementException("the shop has closed");
        }
        return new Delivery(sending.at(), sending.event());
    }

    /** What happened in all events yielded, as it stands at {@code closing}; exact once the shop has closed. */
    public GroundTruth truth(Instant closing) {
        return ledger.close(till.written(), duplicates, customers, closing);
    }

    private boolean isClosed() {
        return till.written() >= settings.events();
    }

    private boolean isSendingNext() {
        Sending sending = sendings.peek();
        return sending != null && !sending.at().isAfter(nextHappening());
    }

    private Instant nextHappening() {
        Plan plan = plans.peek();
        return plan == null || nextArrival.isBefore(plan.at()) ? nextArrival : plan.at();
    }

    private void goOn() {
        Plan plan = plans.peek();
        if (plan == null || nextArrival.isBefore(plan.at())) {
            Instant now = nextArrival;
            nextArrival = arrivalAfter(now);
            Customer customer = arriving(now);
            contact(customer, habits.arrival(customer.persona), now);
        } else {
            plans.remove();
            contact(plan.customer(), plan.stage(), plan.at());
        }
    }

    private Customer arriving(Instant now) {
        if (silent.isEmpty() || chance.happens(phase(now).newcomers())) {
            Customer customer = new Customer(settings.run() + "-" + customers.size(), habits.persona());
            customers.add(customer);
            return customer;
        }
        int chosen = chance.below(silent.size());
        Customer customer = silent.get(chosen);
        silent.set(chosen, silent.get(silent.size() - 1));
        silent.remove(silent.size() - 1);
        return customer;
    }

    private void contact(Customer customer, ShopStage contacted, Instant now) {
        Till.Visit visit = ledger.contact(customer, contacted, now);
        Touchpoint.Builder event = till.write(customer, contacted, visit, now);
        ledger.paid(event.getAmount());
        send(event, now);
        ShopStage current = customer.stage == null ? contacted : customer.stage;
        Optional<ShopStage> next = habits.next(customer.persona, current);
        if (next.isEmpty()) {
            silent.add(customer);
            return;
        }
        Instant at = habits.when(customer.persona, current, now, phase(now).pace());
        plans.add(new Plan(at, number++, customer, next.get()));
    }

    private void send(Touchpoint.Builder happened, Instant now) {
        Instant at = chance.happens(settings.late()) ? now.plus(lateness()) : now;
        Touchpoint event = happened.setReceivedAt(at).build();
        sendings.add(new Sending(at, number++, event));
        if (chance.happens(settings.duplicates())) {
            duplicates++;
            sendings.add(new Sending(at.plus(chance.logNormal(MEDIAN_REPEAT, 1)), number++, event));
        }
    }

    private Duration lateness() {
        Duration drawn = chance.logNormal(MEDIAN_LATENESS, 1.5);
        return drawn.compareTo(GREATEST_LATENESS) > 0 ? GREATEST_LATENESS : drawn;
    }

    private Instant arrivalAfter(Instant now) {
        return DailyRhythm.nextAfter(now, phase(now).eventsPerSecond() / CONTACTS_PER_ARRIVAL, chance);
    }

    private Phase phase(Instant now) {
        Phase current = settings.phases().get(0);
        for (Phase phase : settings.phases()) {
            current = phase.begin().isAfter(now) ? current : phase;
        }
        return current;
    }

    private record Plan(Instant at, long number, Customer customer, ShopStage stage) {}

    private record Sending(Instant at, long number, Touchpoint event) {}
}
