package io.journey.streams.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.aggregate.Contributions;
import io.journey.core.aggregate.Tallies;
import io.journey.core.event.Event;
import io.journey.core.identity.Claim;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Ladder;
import io.journey.core.identity.LadderObserver;
import io.journey.core.identity.Rung;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.Difference;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.core.journey.Transition;
import io.journey.streams.clock.WatermarkPolicy;
import io.journey.streams.codec.CustomerKeys;
import io.journey.streams.codec.CustomerRow;
import io.journey.streams.codec.MessageCodec;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.ladder.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an event costs a customer who has very many, in rows of the stores and not in time. */
class ManyTouchesTest {

    private static final int TOUCHES = 50_000;
    private static final int TOUCHES_PER_JOURNEY = 10;
    /** Rows: the customer's own, and a batch of touches that leaves it now and then. */
    private static final long FEW = 200;

    private static final int MEGABYTE = 1_000_000;

    private static final long BEGIN = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final JourneyRules RULES =
            new JourneyRules(((DefinitionFile.Valid) DefinitionFile.read("shop.yaml", """
                    journey: shop
                    version: 1
                    timeZone: UTC
                    identity: {ladder: [customer, cookie]}
                    stages: [{id: seen, lapseAfter: PT1H}, {id: bought, lapseAfter: PT1H}]
                    initialStage: seen
                    conversion: {stage: bought, window: P1D}
                    rules: [{stage: bought, when: {touchpoint: order_placed}}]
                    windows: [month]
                    """)).definition());

    private final CountedStores counted = new CountedStores();
    private final Ladder ladder = new Ladder(
            RULES,
            new CustomerJourneys(RULES, new Nobody(), new Contributions(RULES.definition(), new Tallies())),
            this::send,
            new Nobody());
    private final Deque<Rung.Moved> sent = new ArrayDeque<>();

    private record Nobody() implements Difference.Transitions, LadderObserver {
        @Override
        public void publish(Journey.Label journey, Transition transition) {}

        @Override
        public void withdraw(int journeyNumber, int ordinal) {}

        @Override
        public void claimed() {}

        @Override
        public void reattributed(int touches) {}

        @Override
        public void arrived(int touches, int steps) {}
    }

    @Test
    void anEventCostsWhatComesAfterItAndNotWhatCameBefore() {
        long dearest = 0;
        for (int number = 0; number < TOUCHES; number++) {
            dearest = Math.max(dearest, deliver("e" + number, manyJourneys(number)));
        }
        long late = deliver("late", manyJourneys(TOUCHES - 3 * TOUCHES_PER_JOURNEY) + 1);
        long duplicate = deliver("e7", manyJourneys(7));
        long halfway = deliver("halfway", manyJourneys(TOUCHES / 2) + 1);

        assertThat(dearest).as("at the end, however long the history").isLessThan(FEW);
        assertThat(late).as("three journeys late").isLessThan(FEW);
        assertThat(duplicate).as("of one of the first events").isLessThan(FEW);
        assertThat(halfway)
                .as("all after it, and a boundary for each journey")
                .isBetween(TOUCHES / 2L, TOUCHES * 6L / 10);
    }

    /** The price of exactness, which docs/failures.md names: what has no boundary since is folded as a whole. */
    @Test
    void inOneLongJourneyOnlyALateEventReadsTheJourney() {
        long dearest = 0;
        for (int number = 0; number < TOUCHES; number++) {
            dearest = Math.max(dearest, deliver("e" + number, oneJourney(number)));
        }
        long late = deliver("late", oneJourney(TOUCHES - 3) + 1);

        assertThat(dearest).isLessThan(FEW);
        assertThat(late).isBetween(TOUCHES - FEW, TOUCHES + FEW);
    }

    /** As when a claim on an identity is withdrawn and all its touches come back. */
    @Test
    void veryManyThatComeAtOnceLeaveAShortRow() {
        Stores stores = counted.stores();
        StoredNode node = new StoredNode(stores, "customer:crawler");
        List<Touch> all = IntStream.range(0, TOUCHES)
                .mapToObj(number -> RULES.touch(event("e" + number, oneJourney(number), "page " + number)))
                .toList();
        all.forEach(node.history()::add);
        node.save();
        CustomerRow row = stores.customers().get(new CustomerKeys("customer:crawler").customer());

        assertThat(row.toBytes()).hasSizeLessThan(4096);
        assertThat(new StoredNode(stores, "customer:crawler").history().since(null))
                .containsExactlyElementsOf(all);
    }

    /** However many messages it takes, none makes the customer derive anew what another one brings or takes away. */
    @Test
    void aClaimOnAnIdentityThatHasVeryManyCostsEachOfThemAFewRows() {
        Claim claim = new Claim(new EventPosition(BEGIN - 1, 0, "login"), "customer:crawler");
        List<Touch> all = IntStream.range(0, TOUCHES)
                .mapToObj(number -> RULES.touch(event("e" + number, manyJourneys(number), "page_view")))
                .toList();
        at("cookie:crawler", cookie -> all.forEach(cookie.history()::add));

        for (boolean withdrawn : new boolean[] {false, true}) {
            Rung.Claimed message = new Rung.Claimed("cookie:crawler", claim, withdrawn);
            at("cookie:crawler", cookie -> ladder.receive(cookie, message, WatermarkPolicy.UNKNOWN));
            assertThat(sent)
                    .hasSizeBetween(10, 30)
                    .allSatisfy(moved -> assertThat(MessageCodec.message(new Message.Sent(moved)))
                            .hasSizeLessThan(MEGABYTE));
            counted.rows();
            sent.forEach(moved -> at(moved.to(), customer -> ladder.receive(customer, moved, WatermarkPolicy.UNKNOWN)));
            assertThat(counted.rows()).as("withdrawn: %s", withdrawn).isLessThan(4L * TOUCHES);
            sent.clear();
        }
        at(
                "customer:crawler",
                customer -> assertThat(customer.history().since(null)).isEmpty());
        at("cookie:crawler", cookie -> assertThat(cookie.history().since(null)).hasSize(TOUCHES));
    }

    private void send(Rung rung) {
        sent.add((Rung.Moved) rung);
    }

    private void at(String identity, Consumer<StoredNode> what) {
        Stores stores = counted.stores();
        StoredNode node = new StoredNode(stores, identity);
        what.accept(node);
        node.save();
        stores.customers().write();
    }

    private static Event event(String id, long at, String touchpoint) {
        return new Event(id, at, 0, "shop", "web", touchpoint, null, null, null, Map.of());
    }

    private static long oneJourney(int touch) {
        return BEGIN + touch * MINUTE;
    }

    /** One a day. */
    private static long manyJourneys(int touch) {
        return BEGIN + touch / TOUCHES_PER_JOURNEY * DAY + touch % TOUCHES_PER_JOURNEY * MINUTE;
    }

    /** Rows that one event costs. */
    private long deliver(String id, long at) {
        counted.rows();
        Delivery delivery = new Delivery(RULES.touch(event(id, at, "page_view")), List.of());
        at("customer:crawler", node -> ladder.deliver(node, delivery, WatermarkPolicy.UNKNOWN));
        return counted.rows();
    }
}
