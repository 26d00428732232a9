package io.journey.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of the heart, over random definitions and histories. */
class CustomerJourneysProperties {

    private static final long END = RandomHistories.EPOCH + 5000 * 60_000L;

    /** What a reader of the published topics holds. */
    private static final class Published implements Difference.Transitions {
        final Map<String, String> rows = new TreeMap<>();
        final Tallies tallies = new Tallies();
        final Map<Cell, Tally> sums = new HashMap<>();

        @Override
        public void publish(Journey.Label journey, Transition row) {
            rows.put(key(journey.number(), row.ordinal()), content(journey, row));
        }

        @Override
        public void withdraw(int journeyNumber, int ordinal) {
            assertThat(rows.remove(key(journeyNumber, ordinal))).isNotNull();
        }

        void settle() {
            tallies.drain((cell, tally) -> {
                Tally sum = sums.computeIfAbsent(cell, Cell::zero);
                sum.addAll(tally);
                if (sum.isZero()) {
                    sums.remove(cell);
                }
            });
        }

        static String key(int journey, int ordinal) {
            return "%03d/%03d".formatted(journey, ordinal);
        }

        static String content(Journey.Label journey, Transition row) {
            Object[] cells = {
                row.kind(),
                row.from() < 0 ? null : row.from(),
                row.to() < 0 ? null : row.to(),
                row.revisit(),
                row.at(),
                row.dwell(),
                row.touches(),
                row.touchpoint(),
                row.channel(),
                row.value().stripTrailingZeros().toPlainString()
            };
            return journey.start() + " " + journey.entryChannel() + " " + journey.persona() + " "
                    + Arrays.toString(cells);
        }
    }

    @Property(tries = 3000)
    void anyArrivalOrderPublishesWhatTheSetOfEventsGives(@ForAll long seed) {
        RandomHistories random = new RandomHistories(seed);
        Definition definition = random.definition();
        JourneyRules rules = new JourneyRules(definition);
        List<Event> deliveries = random.deliveries();

        Published published = new Published();
        MemoryHistory history = new MemoryHistory();
        CustomerJourneys journeys =
                new CustomerJourneys(rules, published, new Contributions(definition, published.tallies));
        for (Event event : deliveries) {
            journeys.add(history, rules.touch(event), random.watermark());
            if (random.sometimes()) {
                popDue(journeys, history, random.watermark());
            }
        }
        popDue(journeys, history, END);
        published.settle();

        List<Event> counting = NaiveJourneys.counting(deliveries, byDelivery(rules));
        assertThat(published.rows).isEqualTo(naiveRows(definition, counting));
        assertThat(published.sums).isEqualTo(sumsOfWhole(definition, rules, counting));
    }

    @Property(tries = 1000)
    void everyDeliveryIsCountedOnce(@ForAll long seed) {
        RandomHistories random = new RandomHistories(seed);
        JourneyRules rules = new JourneyRules(random.definition());
        List<Event> deliveries = random.deliveries();
        Published published = new Published();
        CustomerJourneys journeys =
                new CustomerJourneys(rules, published, new Contributions(rules.definition(), published.tallies));
        MemoryHistory history = new MemoryHistory();

        Map<String, Integer> inJourneys = new HashMap<>();
        int duplicates = 0;
        for (Event event : deliveries) {
            CustomerJourneys.Outcome outcome = journeys.add(history, rules.touch(event), Long.MIN_VALUE);
            if (outcome instanceof CustomerJourneys.Outcome.Duplicate) {
                duplicates++;
                continue;
            }
            inJourneys.merge(event.source(), 1, Integer::sum);
            if (outcome instanceof CustomerJourneys.Outcome.Replaced replaced) {
                duplicates++;
                inJourneys.merge(replaced.other().source(), -1, Integer::sum);
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
        MemoryHistory history = new MemoryHistory();
        Published first = new Published();
        CustomerJourneys journeys =
                new CustomerJourneys(rules, first, new Contributions(rules.definition(), first.tallies));
        deliveries.forEach(event -> journeys.add(history, rules.touch(event), Long.MIN_VALUE));

        Published second = new Published();
        CustomerJourneys again =
                new CustomerJourneys(rules, second, new Contributions(rules.definition(), second.tallies));
        deliveries.forEach(event -> assertThat(again.add(history, rules.touch(event), Long.MIN_VALUE))
                .isEqualTo(new CustomerJourneys.Outcome.Duplicate()));

        assertThat(second.rows).isEmpty();
        assertThat(second.tallies.size()).isZero();
    }

    private static void popDue(CustomerJourneys journeys, MemoryHistory history, long watermark) {
        while (!history.due.isEmpty() && history.due.first() < watermark) {
            journeys.lapse(history, history.due.pollFirst(), watermark);
        }
    }

    private static Comparator<Event> byDelivery(JourneyRules rules) {
        return (one, two) -> TouchOrder.BY_DELIVERY.compare(rules.touch(one), rules.touch(two));
    }

    private static Map<String, String> naiveRows(Definition definition, List<Event> events) {
        Map<String, String> rows = new TreeMap<>();
        new NaiveJourneys(definition, events, END)
                .rows.forEach(row -> rows.put(Published.key(row.journey(), row.ordinal()), row.content()));
        return rows;
    }

    private static Map<Cell, Tally> sumsOfWhole(Definition definition, JourneyRules rules, List<Event> events) {
        Published whole = new Published();
        List<Touch> touches = new ArrayList<>();
        events.forEach(event -> touches.add(rules.touch(event)));
        new Difference(rules)
                .between(
                        List.of(),
                        Fold.derive(rules, touches, END),
                        whole,
                        new Contributions(definition, whole.tallies));
        whole.settle();
        return whole.sums;
    }
}
