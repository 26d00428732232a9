package io.journey.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.event.Event;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Network;
import io.journey.core.identity.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of the heart, over random definitions and histories. */
class CustomerJourneysProperties {

    private static final String ADA = "customer:ada";
    private static final long END = RandomHistories.EPOCH + 5000 * 60_000L;

    @Property(tries = 3000)
    void anyArrivalOrderPublishesWhatTheSetOfEventsGives(@ForAll long seed) {
        RandomHistories random = new RandomHistories(seed);
        Definition definition = random.definition();
        JourneyRules rules = new JourneyRules(definition);
        List<Event> deliveries = random.deliveries();

        Network network = new Network(rules, seed);
        for (Event event : deliveries) {
            network.deliver(ADA, delivery(rules, event), random.watermark());
            if (random.sometimes()) {
                network.lapse(random.watermark());
            }
        }
        network.settle(END);

        List<Event> counting = NaiveJourneys.counting(deliveries, byDelivery(rules));
        assertThat(network.rows).isEqualTo(naiveRows(definition, counting));
        assertThat(network.sums).isEqualTo(sumsOfWhole(definition, rules, counting));
    }

    @Property(tries = 1000)
    void everyDeliveryIsCountedOnce(@ForAll long seed) {
        RandomHistories random = new RandomHistories(seed);
        JourneyRules rules = new JourneyRules(random.definition());
        List<Event> deliveries = random.deliveries();
        Network network = new Network(rules, seed);

        Map<String, Integer> inJourneys = new HashMap<>();
        int duplicates = 0;
        for (Event event : deliveries) {
            Outcome outcome = network.deliver(ADA, delivery(rules, event), Long.MIN_VALUE);
            if (outcome.fate() == Outcome.Fate.DUPLICATE) {
                duplicates++;
                continue;
            }
            inJourneys.merge(event.source(), 1, Integer::sum);
            Touch replaced = outcome.replaced();
            if (replaced != null) {
                duplicates++;
                inJourneys.merge(replaced.source(), -1, Integer::sum);
            }
        }

        Map<String, Integer> counting = new HashMap<>();
        NaiveJourneys.counting(deliveries, byDelivery(rules))
                .forEach(event -> counting.merge(event.source(), 1, Integer::sum));
        inJourneys.values().removeIf(count -> count == 0);
        assertThat(inJourneys).isEqualTo(counting);
        assertThat(duplicates)
                .isEqualTo(deliveries.size()
                        - counting.values().stream().mapToInt(i -> i).sum());
    }

    @Property(tries = 500)
    void deliveringEverythingAgainPublishesNothing(@ForAll long seed) {
        RandomHistories random = new RandomHistories(seed);
        JourneyRules rules = new JourneyRules(random.definition());
        List<Event> deliveries = random.deliveries();
        Network network = new Network(rules, seed);
        deliveries.forEach(event -> network.deliver(ADA, delivery(rules, event), Long.MIN_VALUE));
        network.settle(Long.MIN_VALUE);
        Map<String, String> first = Map.copyOf(network.rows);

        deliveries.forEach(event -> assertThat(network.deliver(ADA, delivery(rules, event), Long.MIN_VALUE)
                        .fate())
                .isEqualTo(Outcome.Fate.DUPLICATE));

        assertThat(network.rows).isEqualTo(first);
        assertThat(network.tallies.size()).isZero();
    }

    private static Delivery delivery(JourneyRules rules, Event event) {
        return new Delivery(rules.touch(event), List.of());
    }

    private static Comparator<Event> byDelivery(JourneyRules rules) {
        return (one, two) -> TouchOrder.BY_DELIVERY.compare(rules.touch(one), rules.touch(two));
    }

    private static Map<String, String> naiveRows(Definition definition, List<Event> events) {
        Map<String, String> rows = new TreeMap<>();
        new NaiveJourneys(definition, events, END)
                .rows.forEach(row -> rows.put(Network.key(ADA, row.journey(), row.ordinal()), row.content()));
        return rows;
    }

    private static Map<Cell, Tally> sumsOfWhole(Definition definition, JourneyRules rules, List<Event> events) {
        Network whole = new Network(rules, 0);
        List<Touch> touches = new ArrayList<>();
        events.forEach(event -> touches.add(rules.touch(event)));
        new Difference(rules)
                .between(
                        List.of(),
                        Fold.derive(rules, touches, END),
                        whole,
                        new Contributions(definition, whole.tallies));
        whole.settle(END);
        return whole.sums;
    }
}
