package io.journey.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.definition.DefinitionFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published depends on the set of events, not on their order or repetition; through the whole topology. */
class ConvergenceTest {

    private static final Instant BEGIN = Instant.parse("2025-03-29T20:00:00Z");
    private static final Instant END = Instant.parse("2025-06-01T00:00:00Z");
    private static final List<JourneyTopic> PUBLISHED = List.of(
            JourneyTopic.TRANSITIONS,
            JourneyTopic.STAGE_CONVERSIONS,
            JourneyTopic.STAGE_OUTCOMES,
            JourneyTopic.FUNNEL,
            JourneyTopic.OCCUPANCY,
            JourneyTopic.STAGE_FLOWS);

    private static Definition definition() {
        return ((DefinitionFile.Valid) DefinitionFile.read("shop.yaml", """
                journey: shop
                version: 1
                timeZone: Europe/Berlin
                identity: {ladder: [customer]}
                stages:
                  - {id: awareness, lapseAfter: P3D}
                  - {id: consideration, lapseAfter: P2D}
                  - {id: purchase, lapseAfter: P1D, sticky: [awareness]}
                  - {id: loyalty, lapseAfter: P5D, sticky: true}
                  - {id: lost, exit: true, lapseAfter: P1D}
                initialStage: awareness
                conversion: {stage: purchase, window: P2D}
                restart: [{from: [loyalty], to: [consideration]}]
                rules:
                  - {stage: lost, when: {touchpoint: unsubscribed}}
                  - {stage: loyalty, when: {touchpoint: order_placed}, count: 2, within: P2D}
                  - {stage: purchase, when: {touchpoint: order_placed}}
                  - {stage: consideration, when: {touchpoint: page_view, channel: web}}
                profileAttributes: [tier]
                personas: [{id: gold, when: {tier: gold}}]
                segments: [[], [persona], [entryChannel, persona]]
                windows: [day, week]
                """)).definition();
    }

    private record Delivery(TouchpointKey address, Touchpoint event) {}

    private static List<Delivery> deliveries(Random random) {
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            String customer = "c" + random.nextInt(5);
            Touchpoint event = new Touchpoint(
                    "e" + random.nextInt(65),
                    "test",
                    pick(random, "web", "email", "support"),
                    pick(random, "page_view", "order_placed", "ticket_opened", "unsubscribed", "page_view"),
                    BEGIN.plusSeconds(3600L * random.nextInt(random.nextBoolean() ? 60 : 600)),
                    (long) random.nextInt(2),
                    null,
                    null,
                    Map.of("customer", customer),
                    random.nextInt(3) == 0 ? new BigDecimal(pick(random, "0.00", "12.5", "-3")).setScale(9) : null,
                    "EUR",
                    null,
                    null,
                    random.nextInt(5) == 0 ? Map.of("tier", pick(random, "gold", "silver")) : Map.of());
            all.add(new Delivery(new TouchpointKey("customer", customer), event));
        }
        return all;
    }

    private static String pick(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private static Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> publish(
            List<Delivery> deliveries, Path state, TestRegistry registry) {
        Map<JourneyTopic, Map<SpecificRecord, SpecificRecord>> tables = new HashMap<>();
        try (Pipeline pipeline = new Pipeline(definition(), state, registry.url())) {
            deliveries.forEach(delivery -> pipeline.send(delivery.address(), delivery.event()));
            pipeline.closeAt(END);
            PUBLISHED.forEach(topic -> tables.put(topic, pipeline.table(topic)));
        }
        return tables;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void orderAndRepetitionChangeNothing(long seed, @TempDir Path directory) {
        Random random = new Random(seed);
        List<Delivery> once = deliveries(random);
        List<Delivery> shuffled = new ArrayList<>(once);
        once.stream().filter(any -> random.nextInt(10) == 0).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        try (TestRegistry registry = new TestRegistry()) {
            var ordered = publish(once, directory.resolve("ordered"), registry);
            var disordered = publish(shuffled, directory.resolve("shuffled"), registry);

            assertThat(ordered.get(JourneyTopic.TRANSITIONS)).isNotEmpty();
            assertThat(disordered).isEqualTo(ordered);
        }
    }

    @Test
    void anEventOfAnotherPartitionsKeyStillReachesItsCustomer(@TempDir Path directory) {
        Touchpoint event = deliveries(new Random(9)).get(0).event();
        try (TestRegistry registry = new TestRegistry();
                Pipeline pipeline = new Pipeline(definition(), directory, registry.url())) {
            pipeline.send(new TouchpointKey("cookie", "elsewhere"), event);

            assertThat(pipeline.table(JourneyTopic.TRANSITIONS)).hasSize(1);
        }
    }
}
