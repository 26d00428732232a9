package io.journey.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.journey.events.v1.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShopTest {

    private static final Instant OPENING = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-01-05T17:00:00Z");
    private static final int EVENTS = 10_000;
    private static final double PER_SECOND = EVENTS / (56.0 * 86_400);

    @Test
    void theSameSeedYieldsTheSameEvents() {
        assertThat(deliveries(shop(7, 5_000))).isEqualTo(deliveries(shop(7, 5_000)));
    }

    @Test
    void anotherSeedYieldsOtherEvents() {
        assertThat(deliveries(shop(7, 500))).isNotEqualTo(deliveries(shop(8, 500)));
    }

    @Test
    void theShopClosesAfterAsManyDifferentEventsAsAsked() {
        assertThat(deliveries(shop(1, EVENTS)).stream().map(ShopTest::eventId).distinct())
                .hasSize(EVENTS);
    }

    @Test
    void noEventIsSentBeforeItHappened() {
        assertThat(deliveries(shop(1, EVENTS)))
                .noneMatch(delivery -> delivery.event().getOccurredAt().isAfter(delivery.at()));
    }

    @Test
    void deliveriesComeInTheOrderOfTheirSending() {
        assertThat(deliveries(shop(1, EVENTS)).stream().map(Delivery::at)).isSorted();
    }

    @Test
    void duplicatesAndLateEventsComeAsOftenAsAsked() {
        Shop shop = shop(1, EVENTS);
        List<Delivery> deliveries = deliveries(shop);
        long different = deliveries.stream().map(ShopTest::eventId).distinct().count();
        long late = deliveries.stream()
                .map(Delivery::event)
                .distinct()
                .filter(event -> event.getReceivedAt().isAfter(event.getOccurredAt()))
                .count();

        assertThat(shop.truth(OPENING).duplicates()).isEqualTo(deliveries.size() - different);
        assertThat((double) (deliveries.size() - different) / different).isCloseTo(0.02, within(0.006));
        assertThat((double) late / different).isCloseTo(0.05, within(0.01));
    }

    @Test
    void aCustomerIsNeverAtTwoPlacesAtOnce() {
        Map<String, Set<Instant>> contacts = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Delivery delivery : deliveries(shop(1, EVENTS))) {
            if (seen.add(eventId(delivery))) {
                Set<Instant> ofCustomer = contacts.computeIfAbsent(customer(delivery.event()), id -> new HashSet<>());
                assertThat(ofCustomer.add(delivery.event().getOccurredAt())).isTrue();
            }
        }
    }

    @Test
    void fourChannelsAndAllStagesAreUsed() {
        List<Delivery> deliveries = deliveries(shop(1, EVENTS));

        assertThat(deliveries)
                .extracting(delivery -> delivery.event().getChannel())
                .contains("web", "email", "social", "support");
        assertThat(deliveries)
                .extracting(delivery -> delivery.event().getTouchpoint())
                .contains("newsletter_opened", "search_arrived", "category_viewed", "product_viewed")
                .contains("cart_filled", "order_placed", "review_written");
    }

    @Test
    void moreHappensInTheEveningThanAtNight() {
        List<Delivery> deliveries = deliveries(shop(1, EVENTS));

        assertThat(atHour(deliveries, 19)).isGreaterThan(3 * atHour(deliveries, 2));
    }

    @Test
    void personasMoveOnAsTheirTableSays() {
        GroundTruth truth = closed(shop(1, 100_000));

        for (ShopPersona persona : ShopPersona.all()) {
            double bought = moves(truth, persona, ShopStage.DECISION, ShopStage.EXPERIENCE);
            double back = moves(truth, persona, ShopStage.DECISION, ShopStage.EVALUATION);
            double buys = persona.moves(ShopStage.DECISION, ShopStage.EXPERIENCE);
            double goesBack = persona.moves(ShopStage.DECISION, ShopStage.EVALUATION);
            assertThat(bought / (bought + back)).isCloseTo(buys / (buys + goesBack), within(0.06));
        }
    }

    @Test
    void aFasterPaceBringsJourneysOfWeeksIntoMinutes() {
        Phase quick = new Phase(EVENING, 20, 1440, 0.1);
        Shop shop = new Shop(new ShopSettings(1, "quick", List.of(quick), 0, 0, 20_000));
        List<Delivery> deliveries = deliveries(shop);
        Instant last = deliveries.get(deliveries.size() - 1).at();

        assertThat(Duration.between(EVENING, last)).isLessThan(Duration.ofHours(2));
        assertThat(moves(shop.truth(last), ShopPersona.all().get(0), ShopStage.EXPERIENCE, ShopStage.LOYALTY))
                .isPositive();
    }

    private static Shop shop(long seed, long events) {
        return new Shop(
                new ShopSettings(seed, "test", List.of(new Phase(OPENING, PER_SECOND, 1, 0.3)), 0.02, 0.05, events));
    }

    private static GroundTruth closed(Shop shop) {
        List<Delivery> deliveries = deliveries(shop);
        return shop.truth(deliveries.get(deliveries.size() - 1).at());
    }

    private static List<Delivery> deliveries(Shop shop) {
        List<Delivery> deliveries = new ArrayList<>();
        shop.forEachRemaining(deliveries::add);
        return deliveries;
    }

    private static long moves(GroundTruth truth, ShopPersona persona, ShopStage from, ShopStage to) {
        return truth.moves().getOrDefault(Move.between(persona, from, to), 0L);
    }

    private static long atHour(List<Delivery> deliveries, int hour) {
        return deliveries.stream()
                .filter(delivery -> delivery.event()
                                .getOccurredAt()
                                .atZone(DailyRhythm.ZONE)
                                .getHour()
                        == hour)
                .count();
    }

    private static String eventId(Delivery delivery) {
        return delivery.event().getEventId();
    }

    private static String customer(Touchpoint event) {
        return event.getIdentities().getOrDefault("customer", "");
    }
}
