package io.journey.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.definition.DefinitionFile;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of every bad kind among good ones: each is rejected with its reason, and nothing stops. */
class PoisonTest {

    private static final TouchpointKey ADA = new TouchpointKey("customer", "ada");
    private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

    private final TestRegistry registry = new TestRegistry();
    private Pipeline pipeline;

    @BeforeEach
    void start(@TempDir Path state) {
        pipeline = new Pipeline(definition(), state, registry.url());
    }

    @AfterEach
    void stop() {
        pipeline.close();
        registry.close();
    }

    private static Definition definition() {
        DefinitionFile file = DefinitionFile.read("small.yaml", """
                journey: small
                version: 1
                timeZone: UTC
                identity: {ladder: [customer], ignore: {customer: [unknown]}}
                stages:
                  - {id: seen, lapseAfter: P30D}
                  - {id: bought}
                initialStage: seen
                conversion: {stage: bought, window: P30D}
                rules:
                  - {stage: bought, when: {touchpoint: order_placed}}
                """);
        return ((DefinitionFile.Valid) file).definition();
    }

    private static Touchpoint event(String id, Instant at, Map<String, String> identities, String attribute) {
        return new Touchpoint(
                id,
                "shop",
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
                Map.of("note", attribute));
    }

    private static Touchpoint rich(String id, BigDecimal amount) {
        return new Touchpoint(
                id,
                "shop",
                "web",
                "order_placed",
                NOON,
                0L,
                null,
                null,
                Map.of("customer", "ada"),
                amount,
                "EUR",
                null,
                null,
                Map.of());
    }

    private static Touchpoint good(String id) {
        return event(id, NOON, Map.of("customer", "ada"), "fine");
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Poison(String reason, byte @Nullable [] key, byte @Nullable [] value) {}

    private List<Poison> collection() {
        byte[] key = {1};
        byte[] fine = pipeline.bytes(good("fine"));
        byte[] wrongMagic = fine.clone();
        wrongMagic[0] = 1;
        byte[] unknownSchema = fine.clone();
        unknownSchema[1] = 0x7F;
        byte[] invalidText = pipeline.bytes(event("bad-text", NOON, Map.of("customer", "ada"), "xXx"));
        invalidText[new String(invalidText, StandardCharsets.ISO_8859_1).indexOf("xXx") + 1] = (byte) 0xFF;
        List<Poison> all = new ArrayList<>();
        all.add(new Poison("NULL_KEY", null, fine));
        all.add(new Poison("NULL_VALUE", key, null));
        all.add(new Poison("EMPTY", key, new byte[0]));
        all.add(new Poison("TRUNCATED", key, Arrays.copyOf(fine, 3)));
        all.add(new Poison("TRUNCATED", key, Arrays.copyOf(fine, fine.length - 4)));
        all.add(new Poison("WRONG_MAGIC_BYTE", key, wrongMagic));
        all.add(new Poison("UNKNOWN_SCHEMA", key, unknownSchema));
        all.add(new Poison("INVALID_TEXT", key, invalidText));
        all.add(new Poison("MISSING_FIELD", key, pipeline.bytes(event(" ", NOON, Map.of("customer", "ada"), "x"))));
        all.add(new Poison("NO_IDENTITY", key, pipeline.bytes(event("anyone", NOON, Map.of("cookie", "7"), "x"))));
        all.add(new Poison("NO_IDENTITY", key, pipeline.bytes(event("one", NOON, Map.of("customer", "unknown"), "x"))));
        all.add(new Poison(
                "FUTURE",
                key,
                pipeline.bytes(event("later", Pipeline.ARRIVAL.plusSeconds(301), Map.of("customer", "ada"), "x"))));
        all.add(new Poison(
                "INVALID_VALUE",
                key,
                pipeline.bytes(event("old", Instant.parse("1899-12-31T23:59:59Z"), Map.of("customer", "ada"), "x"))));
        all.add(new Poison(
                "TOO_LARGE", key, pipeline.bytes(event("big", NOON, Map.of("customer", "ada"), "x".repeat(1 << 20)))));
        for (String amount : List.of("1e18", "-1e28")) {
            Touchpoint rich = rich("rich", new BigDecimal(amount).setScale(9));
            all.add(new Poison("INVALID_VALUE", key, pipeline.bytes(rich)));
        }
        all.add(new Poison(
                "INVALID_VALUE",
                key,
                pipeline.bytes(event("long", NOON, Map.of("customer", "\u20ac".repeat(342)), "x"))));
        return all;
    }

    /** A source is a key of the balance, so one that is too long is accounted to nobody. */
    /** Else the next owner of the partition, who finds nothing left to read there, would never know. */
    @Test
    void howFarThePartitionIsIsPublishedWithTheCommitOfItsInput() {
        pipeline.send(new byte[] {1}, new byte[] {2});

        Clock clock = (Clock) Objects.requireNonNull(
                pipeline.table(JourneyTopic.CLOCK).get(new ClockKey(definition().journey(), 0)));
        assertThat(clock.getNextOffset()).isEqualTo(1);
    }

    @Test
    void namesThatAreKeysOfRowsFitIntoTheIndexOfADatabase() {
        String longest = "n".repeat(1024);
        for (String name : List.of(longest, longest + "n")) {
            pipeline.send(ADA, named(name, "web", "page_view"));
            pipeline.send(ADA, named("shop", name, "page_view"));
            pipeline.send(ADA, named("shop", "web", name));
        }

        assertThat(pipeline.table(JourneyTopic.BALANCE))
                .containsEntry(new BalanceKey("small", longest), new Balance(1, 1L, 1L, 0L, 0L))
                .containsEntry(new BalanceKey("small", "shop"), new Balance(1, 4L, 2L, 0L, 2L))
                .containsEntry(new BalanceKey("small", "unknown"), new Balance(1, 1L, 0L, 0L, 1L))
                .hasSize(3);
    }

    private static Touchpoint named(String source, String channel, String touchpoint) {
        return new Touchpoint(
                "of " + Objects.hash(source, channel, touchpoint),
                source,
                channel,
                touchpoint,
                NOON,
                0L,
                null,
                null,
                Map.of("customer", "ada"),
                null,
                null,
                null,
                null,
                Map.of());
    }

    /** Sums of amounts have to fit the schema, or one customer's money would end the stream. */
    @Test
    void amountsOfAnySizeThatIsTakenAddUp() {
        for (int i = 0; i < 3; i++) {
            pipeline.send(ADA, rich("rich" + i, new BigDecimal("999999999999999999.999999999")));
        }

        assertThat(pipeline.table(JourneyTopic.FUNNEL).values())
                .extracting(value -> ((Funnel) value).getValue().toPlainString())
                .contains("2999999999999999999.999999997");
    }

    @Test
    void eachIsRejectedWithItsReasonAndItsBytesAndTheRestGoesOn() {
        List<Poison> poisons = collection();
        pipeline.send(ADA, good("first"));
        for (Poison poison : poisons) {
            pipeline.send(poison.key(), poison.value());
            var rejected = pipeline.next(JourneyTopic.REJECTED);
            Rejected value = (Rejected) rejected.value();
            assertThat(value.getReason()).as(value.getDetail()).isEqualTo(poison.reason());
            assertThat(value.getOriginalValue())
                    .isEqualTo(poison.value() == null ? null : ByteBuffer.wrap(poison.value()));
            assertThat(rejected.headers().lastHeader("trace").value()).containsExactly(7);
        }
        pipeline.send(ADA, good("second"));
        pipeline.send(ADA, good("second"));

        assertThat(pipeline.table(JourneyTopic.TRANSITIONS)).hasSize(1);
        assertThat(pipeline.table(JourneyTopic.BALANCE))
                .containsEntry(new BalanceKey("small", "shop"), new Balance(1, 11L, 2L, 1L, 8L))
                .containsEntry(new BalanceKey("small", "unknown"), new Balance(1, 9L, 0L, 0L, 9L));
    }

    @Test
    void theMetersShowTheBalance() {
        pipeline.send(ADA, good("first"));
        pipeline.send(ADA, good("first"));
        pipeline.send(ADA, event("later", Instant.parse("2030-01-01T00:00:00Z"), Map.of("customer", "ada"), "x"));

        assertThat(gauge("read")).isEqualTo(3);
        assertThat(gauge("in_journeys")).isEqualTo(1);
        assertThat(gauge("duplicate")).isEqualTo(1);
        assertThat(gauge("rejected")).isEqualTo(1);
        assertThat(pipeline.meters
                        .get("journey.records.rejected")
                        .tags("reason", "FUTURE")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double gauge(String outcome) {
        return pipeline.meters
                .get("journey.events")
                .tags("journey", "small", "source", "shop", "outcome", outcome)
                .gauge()
                .value();
    }
}
