package io.journey.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.aggregate.Tally;
import io.journey.core.event.Event;
import io.journey.core.identity.NaiveIdentity.Delivered;
import io.journey.core.identity.NaiveIdentity.Erased;
import io.journey.core.identity.NaiveIdentity.Given;
import io.journey.core.identity.NaiveIdentity.Unlinked;
import io.journey.core.journey.Difference;
import io.journey.core.journey.Fold;
import io.journey.core.journey.Journey;
import io.journey.core.journey.NaiveJourneys;
import io.journey.core.journey.Touch;
import io.journey.core.journey.Transition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of identity, over random ladders, claims, aliases, unlinkings, erasures and ways of delivery. */
class LadderProperties {

    private static void play(RandomLadder random, Network network) {
        for (Given given : random.inputs()) {
            long watermark = random.histories().watermark();
            if (given instanceof Delivered one) {
                Delivery delivery = new Delivery(random.rules().touch(one.event()), one.claims());
                network.deliver(one.address(), delivery, watermark);
            } else if (given instanceof Unlinked one) {
                network.unlink(one.address(), one.eventId());
            } else if (given instanceof Erased one) {
                network.erase(one.address(), new Erasure(one.from(), one.to()), watermark);
            }
            for (int steps = random.random().nextInt(4); steps > 0; steps--) {
                network.step(random.histories().watermark());
            }
            if (random.histories().sometimes()) {
                network.lapse(random.histories().watermark());
            }
        }
        network.settle(RandomLadder.END);
    }

    @Property(tries = 4000)
    void whatIsPublishedIsWhatTheSetOfEventsGives(@ForAll long seed) {
        RandomLadder random = RandomLadder.small(seed);
        Network network = new Network(random.rules(), seed);
        play(random, network);

        NaiveIdentity naive = random.naive();
        Map<String, String> rows = new TreeMap<>();
        Map<Cell, Tally> sums = new HashMap<>();
        naive.customers().forEach((customer, delivered) -> {
            List<Event> events = delivered.stream().map(Delivered::event).toList();
            new NaiveJourneys(random.definition(), events, RandomLadder.END)
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
        RandomLadder random = RandomLadder.small(seed);
        // One delivery an event: a second one with a later instant is new where the first is forgotten.
        Map<Unlinked, Delivered> once = new HashMap<>();
        random.deliveries()
                .forEach(one ->
                        once.putIfAbsent(new Unlinked(one.address(), one.event().eventId()), one));
        Map<Long, Delivered> inOrder = new TreeMap<>();
        once.values()
                .forEach(one ->
                        inOrder.put(one.event().occurredAt() + random.random().nextLong(HORIZON), one));
        Network forgetful = new Network(random.rules(), seed);
        Network faithful = new Network(random.rules(), seed);
        long latest = Long.MIN_VALUE;
        for (Delivered one : inOrder.values()) {
            Delivery delivery = new Delivery(random.rules().touch(one.event()), one.claims());
            latest = Math.max(latest, one.event().occurredAt());
            forgetful.deliver(one.address(), delivery, latest);
            faithful.deliver(one.address(), delivery, latest);
            forgetful.forget(
                    latest - HORIZON - random.definition().identity().lookback().toMillis());
        }
        forgetful.settle(RandomLadder.END);
        faithful.settle(RandomLadder.END);

        assertThat(forgetful.rows).isEqualTo(faithful.rows);
        assertThat(forgetful.sums).isEqualTo(faithful.sums);
        assertThat(forgetful.size()).isLessThanOrEqualTo(faithful.size());
    }

    private static void sum(RandomLadder random, String customer, List<Delivered> delivered, Map<Cell, Tally> sums) {
        List<Touch> touches = delivered.stream()
                .map(one -> {
                    Touch touch = random.rules().touch(one.event());
                    return one.address().equals(customer) ? touch : touch.cameFrom(one.address());
                })
                .toList();
        Tallies tallies = new Tallies();
        new Difference(random.rules())
                .between(
                        List.of(),
                        Fold.derive(random.rules(), touches, RandomLadder.END),
                        new Forgetful(),
                        new Contributions(random.definition(), tallies));
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
