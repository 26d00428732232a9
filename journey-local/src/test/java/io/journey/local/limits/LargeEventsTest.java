package io.journey.local.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.events.reject.RejectReason;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.Touchpoint;
import io.journey.local.TestHouse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Events of a megabyte and more, between small ones that must count as if the large ones were not there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeEventsTest {

    private static final int MEGABYTE = 1_000_000;
    /** What the touchpoint topic takes, and what {@code TouchpointProducer} sends at most. */
    private static final int TOPIC_TAKES = 4 * 1024 * 1024;

    private static final String DEFINITION = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer, cookie]}
            stages: [{id: seen}, {id: bought}]
            initialStage: seen
            conversion: {stage: bought, window: P30D}
            rules: [{stage: bought, when: {touchpoint: order_placed}}]
            profileAttributes: [a, b, c, d, e]
            personas: [{id: known, when: {a: {exists: true}}}]
            """;

    private Path folder = Path.of("");
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path given) throws Exception {
        folder = given;
        house = TestHouse.open(folder.resolve("house"));
    }

    @AfterAll
    void close() {
        house.close();
    }

    private Run start(String prefix, Map<String, String> settings) throws InterruptedException {
        return Run.start(house.cluster(), prefix, folder.resolve(prefix), DEFINITION, settings);
    }

    private static Touchpoint large(String id, String customer, int bytes) {
        return Events.event(id, "2026-03-01T11:00:00Z", "page_viewed", customer, Map.of("note", Events.noise(bytes)));
    }

    @Test
    void whatTheTopicTakesIsRejectedWholeAndWhatItDoesNotTakeIsRefusedToItsProducer() throws Exception {
        try (Run run = start("large", Map.of())) {
            Touchpoint megabyte = large("large", "ada", MEGABYTE);
            Touchpoint justUnder = large("just under", "ada", TOPIC_TAKES - 1024);
            Touchpoint over = large("over", "ada", TOPIC_TAKES);
            run.send(List.of(Events.seen("1", "ada"), Events.seen("2", "bob")));
            run.send(List.of(megabyte, justUnder));
            assertThatThrownBy(() -> run.send(List.of(over)))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("1 events were not stored");
            run.send(List.of(Events.seen("3", "ada"), Events.seen("4", "eve")));

            assertThat(run.accountOf(6)).isEqualTo(new Run.Account(6, 4, 0, 2));
            Collection<Rejected> rejected =
                    run.<RejectedKey, Rejected>table(JourneyTopic.REJECTED).values();
            assertThat(rejected).extracting(Rejected::getReason).containsOnly(RejectReason.TOO_LARGE.name());
            assertThat(rejected).extracting(this::original).containsExactlyInAnyOrder(megabyte, justUnder);
        }
    }

    private Touchpoint original(Rejected rejected) {
        try (SpecificAvroDeserializer<Touchpoint> reader = new SpecificAvroDeserializer<>()) {
            reader.configure(house.cluster().clients(), false);
            byte[] bytes = new byte[rejected.getOriginalValue().remaining()];
            rejected.getOriginalValue().duplicate().get(bytes);
            return Objects.requireNonNull(reader.deserialize("any", bytes));
        }
    }

    @Test
    void aMegabyteCountsWhereItIsAllowed() throws Exception {
        try (Run run = start("allowed", Map.of("journey.max.event.bytes", "2000000"))) {
            run.send(List.of(Events.seen("1", "ada"), large("2", "ada", MEGABYTE), Events.seen("3", "bob")));

            assertThat(run.accountOf(3)).isEqualTo(new Run.Account(3, 3, 0, 0));
        }
    }

    /** Attributes that make up the profile, and the id, are kept with each touch, and touches travel in batches. */
    @Test
    void whatIsKeptOfAnEventIsShort() throws Exception {
        try (Run run = start("kept", Map.of())) {
            List<Touchpoint> events = new ArrayList<>();
            for (String attribute : List.of("a", "b", "c", "d", "e")) {
                events.add(Events.event(
                        "of " + attribute,
                        "2026-03-01T11:00:00Z",
                        "page_viewed",
                        "ada",
                        Map.of(attribute, Events.noise(250_000))));
            }
            for (int i = 0; i < 100; i++) {
                Touchpoint anonymous = Events.seen(i + Events.noise(200_000), "nobody");
                events.add(Touchpoint.newBuilder(anonymous)
                        .setIdentities(Map.of("cookie", "7"))
                        .build());
            }
            events.add(Touchpoint.newBuilder(Events.seen("login", "ada"))
                    .setIdentities(Map.of("customer", "ada", "cookie", "7"))
                    .build());
            events.add(Events.seen("other", "bob"));
            run.send(events);

            assertThat(run.accountOf(events.size())).isEqualTo(new Run.Account(events.size(), 2, 0, events.size() - 2));
            assertThat(run.<RejectedKey, Rejected>table(JourneyTopic.REJECTED).values())
                    .extracting(Rejected::getReason)
                    .containsOnly(RejectReason.INVALID_VALUE.name());
        }
    }
}
