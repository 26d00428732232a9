package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.definition.IdentityRules;
import io.journey.core.event.Event;
import io.journey.core.identity.NaiveIdentity.Delivered;
import io.journey.core.identity.NaiveIdentity.Erased;
import io.journey.core.identity.NaiveIdentity.Unlinked;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Fold;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.NaiveJourneys;
import io.journey.core.journey.RandomHistories;
import io.journey.core.journey.Touch;
import io.journey.core.journey.TouchOrder;
import io.journey.core.journey.Transition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of identity, over random ladders, claims, aliases, unlinkings, erasures and ways of delivery. */
class LadderProperties {

    private static final long END = RandomHistories.EPOCH + 5000 * 60_000L;
    private static final List<String> NAMESPACES = List.of("customer", "email", "social", "cookie");

    /** A random case. */
    private static final class Case {
        final Random random;
        final RandomHistories histories;
        final IdentityRules identity;
        final Definition definition;
        final JourneyRules rules;
        final List<Object> inputs = new ArrayList<>();

        Case(long seed) {
            random = new Random(seed);
            histories = new RandomHistories(seed);
            identity = new IdentityRules(
                    NAMESPACES.subList(0, 1 + random.nextInt(NAMESPACES.size())),
                    Map.of(),
                    Duration.ofMinutes(random.nextInt(4) == 0 ? 0 : random.nextInt(400)));
            definition = histories.definition(identity);
            rules = new JourneyRules(definition);
            int size = random.nextInt(40);
            for (int i = 0; i < size; i++) {
                inputs.add(delivered("e" + random.nextInt(Math.max(1, size - 5))));
            }
            for (int i = 0; i < size / 10; i++) {
                if (random.nextBoolean()) {
                    inputs.add(new Unlinked(identity("customer"), "e" + random.nextInt(Math.max(1, size - 5))));
                }
                if (random.nextInt(3) == 0) {
                    long from = RandomHistories.EPOCH + random.nextInt(200) * 60_000L;
                    inputs.add(new Erased(
                            identity(pick(identity.ladder())),
                            random.nextBoolean() ? Long.MIN_VALUE : from,
                            from + random.nextInt(300) * 60_000L));
                }
            }
            Collections.shuffle(inputs, random);
        }

        private String pick(List<String> from) {
            return from.get(random.nextInt(from.size()));
        }

        private String identity(String namespace) {
            return namespace + ":" + random.nextInt(3);
        }

        private Delivered delivered(String id) {
            Event event = histories.event(id);
            List<String> seen = new ArrayList<>();
            for (String namespace : identity.ladder()) {
                if (random.nextInt(3) == 0) {
                    seen.add(identity(namespace));
                }
            }
            if (seen.isEmpty()) {
                seen.add(identity(pick(identity.ladder())));
            }
            List<String> claims = new ArrayList<>(seen.subList(1, seen.size()));
            if (seen.get(0).startsWith("customer") && random.nextInt(6) == 0) {
                claims.add(identity("customer"));
            }
            return new Delivered(seen.get(0), event, claims);
        }

        List<Delivered> deliveries() {
            return inputs.stream()
                    .filter(Delivered.class::isInstance)
                    .map(Delivered.class::cast)
                    .toList();
        }

        NaiveIdentity naive() {
            Set<Unlinked> unlinked = new HashSet<>();
            Set<Erased> erased = new HashSet<>();
            inputs.forEach(input -> {
                if (input instanceof Unlinked one) {
                    unlinked.add(one);
                } else if (input instanceof Erased one) {
                    erased.add(one);
                }
            });
            return new NaiveIdentity(
                    "customer:", identity.lookback().toMillis(), deliveries(), unlinked, erased, byDelivery());
        }

        private Comparator<Delivered> byDelivery() {
            return Comparator.comparing((Delivered one) -> rules.touch(one.event()), TouchOrder.BY_DELIVERY)
                    .thenComparing(one -> String.join("\n", one.claims()));
        }

        void play(Network network) {
            for (Object input : inputs) {
                if (input instanceof Delivered one) {
                    network.deliver(
                            one.address(), new Delivery(rules.touch(one.event()), one.claims()), histories.watermark());
                } else if (input instanceof Unlinked one) {
                    network.unlink(one.address(), one.eventId());
                } else if (input instanceof Erased one) {
                    network.erase(one.address(), new Erasure(one.from(), one.to()), histories.watermark());
                }
                for (int steps = random.nextInt(4); steps > 0; steps--) {
                    network.step(histories.watermark());
                }
                if (histories.sometimes()) {
                    network.lapse(histories.watermark());
                }
            }
            network.settle(END);
        }
    }

    @Property(tries = 4000)
    void whatIsPublishedIsWhatTheSetOfEventsGives(@ForAll long seed) {
        Case random = new Case(seed);
        Network network = new Network(random.rules, seed);
        random.play(network);

        NaiveIdentity naive = random.naive();
        Map<String, String> rows = new TreeMap<>();
        Map<Cell, Tally> sums = new HashMap<>();
        naive.customers().forEach((customer, delivered) -> {
            List<Event> events = delivered.stream().map(Delivered::event).toList();
            new NaiveJourneys(random.definition, events, END)
                    .rows.forEach(row -> rows.put(Network.key(customer, row.journey(), row.ordinal()), row.content()));
            sum(random, customer, delivered, sums);
        });
        assertThat(network.rows).isEqualTo(rows);
        assertThat(network.sums).isEqualTo(sums);
        assertThat(network.refused).isEqualTo(naive.refused());
    }

    /** Events come late by at most this much, in the law below. */
    private static final long HORIZON = 60 * 60_000L;

    @Property(tries = 2000)
    void forgettingWhatIsSettledChangesNothing(@ForAll long seed) {
        Case random = new Case(seed);
        // One delivery an event: a second one with a later instant is new where the first is forgotten.
        Map<Unlinked, Delivered> once = new HashMap<>();
        random.deliveries()
                .forEach(one ->
                        once.putIfAbsent(new Unlinked(one.address(), one.event().eventId()), one));
        Map<Long, Delivered> inOrder = new TreeMap<>();
        once.values().forEach(one -> inOrder.put(one.event().occurredAt() + random.random.nextLong(HORIZON), one));
        Network forgetful = new Network(random.rules, seed);
        Network faithful = new Network(random.rules, seed);
        long latest = Long.MIN_VALUE;
        for (Delivered one : inOrder.values()) {
            Delivery delivery = new Delivery(random.rules.touch(one.event()), one.claims());
            latest = Math.max(latest, one.event().occurredAt());
            forgetful.deliver(one.address(), delivery, latest);
            faithful.deliver(one.address(), delivery, latest);
            forgetful.forget(latest - HORIZON - random.identity.lookback().toMillis());
        }
        forgetful.settle(END);
        faithful.settle(END);

        assertThat(forgetful.rows).isEqualTo(faithful.rows);
        assertThat(forgetful.sums).isEqualTo(faithful.sums);
        assertThat(forgetful.size()).isLessThanOrEqualTo(faithful.size());
    }

    private static void sum(Case random, String customer, List<Delivered> delivered, Map<Cell, Tally> sums) {
        List<Touch> touches = delivered.stream()
                .map(one -> {
                    Touch touch = random.rules.touch(one.event());
                    return one.address().equals(customer) ? touch : touch.cameFrom(one.address());
                })
                .toList();
        Tallies tallies = new Tallies();
        new Difference(random.rules)
                .between(
                        List.of(),
                        Fold.derive(random.rules, touches, END),
                        new Forgetful(),
                        new Contributions(random.definition, tallies));
        tallies.drain((cell, tally) -> {
            Tally sum = sums.computeIfAbsent(cell, Cell::zero);
            sum.addAll(tally);
            if (sum.isZero()) {
                sums.remove(cell);
            }
        });
    }

    private static final class Forgetful implements Difference.Transitions {
        @Override
        public void publish(Journey.Label journey, Transition transition) {
            // only the sums are wanted
        }

        @Override
        public void withdraw(int journeyNumber, int ordinal) {
            // only the sums are wanted
        }
    }
}
