package io.journey.local.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.events.reject.RejectReason;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.local.command.CommandFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DecisionTest {

    private static final String EVENT = "{\"eventId\":\"e\",\"channel\":\"web\",\"touchpoint\":\"order_placed\","
            + "\"occurredAt\":\"2026-03-01T10:00:00Z\",\"identities\":{\"customer\":\"d\"}}";

    private final Decision untouched = new Decision(Optional.empty(), Set.of());

    @Test
    void bytesOfARecordGoAsTheyAreAndOnlyOnceForAllJourneys() throws InterruptedException {
        assertThat(untouched.of(row("shop", "t", 0, 7, "rubbish"))).isInstanceOf(Outcome.AsItWas.class);
        assertThat(untouched.of(row("loan", "t", 0, 7, "rubbish"))).isEqualTo(new Outcome.SentBefore());
        assertThat(untouched.of(row("shop", "t", 0, 8, "rubbish"))).isInstanceOf(Outcome.AsItWas.class);
    }

    @Test
    void aLineOfAFileIsSentAsTheEventThatItIsByNow() throws InterruptedException {
        assertThat(untouched.of(row("shop", "a/b.jsonl", -1, 1, EVENT)))
                .isInstanceOfSatisfying(
                        Outcome.Repaired.class,
                        repaired -> assertThat(repaired.event().getEventId()).isEqualTo("e"));
        assertThat(untouched.of(row("shop", "a/b.jsonl", -1, 2, "[]")))
                .isInstanceOfSatisfying(
                        Outcome.StillNone.class,
                        none -> assertThat(none.why().reason()).isEqualTo(RejectReason.NOT_JSON));
    }

    @Test
    void whatWasErasedHasNothingToSend() throws InterruptedException {
        assertThat(untouched.of(row("shop", "t", 0, 7, null))).isEqualTo(new Outcome.WithoutBytes());
    }

    /** The copy was rejected as well: it is the same record, at another place. */
    @Test
    void aCopyThatWasRejectedAgainCountsAsItsOriginal() throws InterruptedException {
        RejectedRow original = row("shop", "t", 0, 7, "rubbish");
        Headers headers = new RecordHeaders();
        headers.add(RejectedRow.REPLAYED_FROM, "t/0/7".getBytes(StandardCharsets.UTF_8));
        RejectedRow copy = new RejectedRow(new RejectedKey("shop", "t", 0, 99L), original.value(), headers);

        Decision later = new Decision(Optional.empty(), Set.of("t/0/7"));

        assertThat(later.of(original)).isEqualTo(new Outcome.SentBefore());
        assertThat(later.of(copy)).isEqualTo(new Outcome.SentBefore());
    }

    @Test
    void aRepairThatPrintsNothingLeavesOutAndOneThatFailsEndsAll() throws InterruptedException {
        assertThat(repairedBy("cat > /dev/null").of(row("shop", "t", 0, 7, EVENT)))
                .isEqualTo(new Outcome.LeftOut());
        assertThatThrownBy(() -> repairedBy("exit 4").of(row("shop", "t", 0, 7, EVENT)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--repair exit 4 ended with 4 for t/0/7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journey.touchpoints.v1/3/17", "a/b.jsonl/-1/12"})
    void idsAreReadAsTheyArePrinted(String id) {
        assertThat(new RejectedId.Converter().convert(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "t/7", "t/x/7", "t/-2/7", "/0/7"})
    void whatIsNoIdIsTold(String text) {
        assertThatThrownBy(() -> new RejectedId.Converter().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("expected TOPIC/PARTITION/OFFSET");
    }

    private static Decision repairedBy(String command) {
        EventIn event = new EventIn(Map.of("schema.registry.url", "http://127.0.0.1:1"));
        return new Decision(Optional.of(new Repair(command, event)), Set.of());
    }

    private static RejectedRow row(String journey, String topic, int partition, long offset, @Nullable String bytes) {
        Rejected value = Rejected.newBuilder()
                .setReason(RejectReason.NOT_JSON.name())
                .setDetail("tested")
                .setSource("tests")
                .setRecordTimestamp(Instant.EPOCH)
                .setOriginalValue(bytes == null ? null : ByteBuffer.wrap(bytes.getBytes(StandardCharsets.UTF_8)))
                .build();
        return new RejectedRow(new RejectedKey(journey, topic, partition, offset), value, new RecordHeaders());
    }
}
