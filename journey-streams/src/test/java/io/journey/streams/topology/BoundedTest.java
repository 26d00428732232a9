package io.journey.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.events.v1.TransitionKey;
import io.journey.streams.definition.DefinitionFile;
import io.journey.streams.naming.StoreNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shared device costs, and what is forgotten in the end. */
class BoundedTest {

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final int CUSTOMERS = 100_000;

    private final TestRegistry registry = new TestRegistry();

    @AfterEach
    void stop() {
        registry.close();
    }

    private static Definition definition() {
        return ((DefinitionFile.Valid) DefinitionFile.read("shop.yaml", """
                journey: shop
                version: 1
                timeZone: UTC
                identity: {ladder: [customer, cookie], lookback: P1D}
                stages: [{id: seen, lapseAfter: P2D}, {id: bought, lapseAfter: P2D}]
                initialStage: seen
                conversion: {stage: bought, window: P1D}
                rules: [{stage: bought, when: {touchpoint: order_placed}}]
                windows: [month]
                """)).definition();
    }

    private static void send(Pipeline pipeline, String id, Instant at, Map<String, String> identities) {
        String customer = identities.get("customer");
        TouchpointKey address = customer == null
                ? new TouchpointKey("cookie", identities.getOrDefault("cookie", ""))
                : new TouchpointKey("customer", customer);
        pipeline.send(
                address,
                new Touchpoint(
                        id,
                        "test",
                        "web",
                        "page_view",
                        at,
                        0L,
                        null,
                        null,
                        identities,
                        null,
                        null,
                        null,
                        null,
                        Map.of()));
    }

    @Test
    void aKioskWithAHundredThousandCustomersCostsWhatItsOwnEventsCost(@TempDir Path state) {
        try (Pipeline pipeline = new Pipeline(definition(), state, registry.url())) {
            for (int i = 0; i < CUSTOMERS; i++) {
                send(pipeline, "login" + i, BEGIN.plusSeconds(10L * i), Map.of("customer", "c" + i, "cookie", "kiosk"));
            }
            // Between two logins, sent long after both.
            send(pipeline, "between", BEGIN.plusSeconds(10L * 70_000 + 5), Map.of("cookie", "kiosk"));
            send(pipeline, "before", BEGIN.minusSeconds(60), Map.of("cookie", "kiosk"));

            assertThat(pipeline.meters.get("journey.identity.claims").counter().count())
                    .isEqualTo(CUSTOMERS);
            assertThat(pipeline.meters
                            .get("journey.identity.reattributed")
                            .counter()
                            .count())
                    .as("no claim moved anything: each looked at its own interval only")
                    .isZero();
            assertThat(pipeline.table(JourneyTopic.TRANSITIONS).keySet())
                    .hasSize(CUSTOMERS)
                    .noneMatch(key -> ((TransitionKey) key).getCustomer().startsWith("cookie"));
            assertThat(pipeline.meters.get("journey.identity.steps").summary().count())
                    .as("the two events of the kiosk went to who had logged in, and who logged in next")
                    .isEqualTo(2);
        }
    }

    @Test
    void whatIsSettledBeyondTheHorizonIsForgotten(@TempDir Path state) {
        Map<String, String> horizon = Map.of("journey.history.horizon", "P10D");
        try (Pipeline pipeline = new Pipeline(definition(), state, registry.url(), horizon)) {
            for (int day = 0; day < 100; day += 5) {
                Instant noon = BEGIN.plus(Duration.ofDays(day)).plusSeconds(43_200);
                send(pipeline, "seen" + day, noon, Map.of("cookie", "7"));
                send(pipeline, "login" + day, noon.plusSeconds(60), Map.of("customer", "ada", "cookie", "7"));
            }
            long touches = pipeline.touches("customer:ada");
            long events = pipeline.rows(StoreNames.EVENT_IDS);
            int transitions = pipeline.table(JourneyTopic.TRANSITIONS).size();

            pipeline.closeAt(BEGIN.plus(Duration.ofDays(100)));

            assertThat(touches).isEqualTo(40);
            assertThat(pipeline.touches("customer:ada")).isLessThan(10);
            assertThat(pipeline.rows(StoreNames.TOUCHES)).isLessThan(10);
            assertThat(events).isEqualTo(40);
            assertThat(pipeline.rows(StoreNames.EVENT_IDS)).isLessThan(10);
            assertThat(pipeline.rows(StoreNames.BOUNDARIES)).isLessThan(10);
            assertThat(pipeline.rows(StoreNames.IDENTITIES)).isLessThan(10);
            assertThat(transitions).isEqualTo(39);

            send(pipeline, "late", BEGIN.plus(Duration.ofDays(95)), Map.of("customer", "ada"));
            send(pipeline, "too late", BEGIN.plus(Duration.ofDays(89)), Map.of("customer", "ada"));

            assertThat(pipeline.table(JourneyTopic.REJECTED)).hasSize(1);
        }
    }
}
