package io.journey.local.limits;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.reject.RejectReason;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import io.journey.local.TestHouse;
import io.journey.local.identity.Patience;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the history horizon turns away is not lost: it counts in a run that looks further back. */
class TooLateTest {

    private static final String DEFINITION = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer]}
            stages: [{id: seen, lapseAfter: P1D}, {id: bought, lapseAfter: P5D}]
            initialStage: seen
            conversion: {stage: bought, window: P30D}
            rules: [{stage: bought, when: {touchpoint: order_placed}}]
            """;

    private static final List<Touchpoint> IN_TIME = List.of(
            Events.event("1", "2026-03-01T10:00:00Z", "page_viewed", "ada", Map.of()),
            Events.event("2", "2026-03-20T10:00:00Z", "page_viewed", "bob", Map.of()));
    private static final Touchpoint LATE = Events.event("3", "2026-03-15T10:00:00Z", "page_viewed", "eve", Map.of());
    private static final Touchpoint TOO_LATE =
            Events.event("4", "2026-03-01T12:00:00Z", "order_placed", "ada", Map.of());

    @TempDir
    Path folder = Path.of("");

    @Test
    void anEventBeyondTheHorizonIsRejectedWithItsBytesAndCountsInARunWithALongerOne() throws Exception {
        try (TestHouse house = TestHouse.open(folder.resolve("house"));
                Run first = run(house, "first", "P10D");
                Run second = run(house, "second", "P60D")) {
            first.send(IN_TIME);
            // Ada's lapse shows that the task knows how late it is.
            Patience.until("ada's lapse", () -> transitions(first, "ada").contains("LAPSE"));
            first.send(List.of(LATE, TOO_LATE));

            assertThat(first.accountOf(4)).isEqualTo(new Run.Account(4, 3, 0, 1));
            assertThat(first.rejectedFor(RejectReason.TOO_LATE.name())).isEqualTo(1);
            assertThat(transitions(first, "ada")).containsExactly("START", "LAPSE");
            Rejected rejected = first.<RejectedKey, Rejected>table(JourneyTopic.REJECTED)
                    .values()
                    .iterator()
                    .next();
            assertThat(rejected.getReason()).isEqualTo(RejectReason.TOO_LATE.name());
            assertThat(rejected.getDetail()).contains("journey.history.horizon " + Duration.ofDays(10));

            second.send(IN_TIME);
            Patience.until("ada's lapse", () -> transitions(second, "ada").contains("LAPSE"));
            second.send(List.of(LATE));
            second.send(bytes(rejected.getOriginalKey()), bytes(rejected.getOriginalValue()));
            second.send(bytes(rejected.getOriginalKey()), bytes(rejected.getOriginalValue()));

            assertThat(second.accountOf(5)).isEqualTo(new Run.Account(5, 4, 1, 0));
            assertThat(transitions(second, "ada")).containsExactly("START", "ADVANCE", "LAPSE");
        }
    }

    private Run run(TestHouse house, String prefix, String horizon) throws InterruptedException {
        return Run.start(
                house.cluster(),
                prefix,
                folder.resolve(prefix),
                DEFINITION,
                Map.of("journey.history.horizon", horizon));
    }

    private static List<String> transitions(Run run, String customer) {
        return run.<TransitionKey, Transition>table(JourneyTopic.TRANSITIONS).entrySet().stream()
                .filter(row -> row.getKey().getCustomer().equals("customer:" + customer))
                .sorted(comparing(row -> row.getKey().getOrdinal()))
                .map(row -> row.getValue().getKind())
                .toList();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
