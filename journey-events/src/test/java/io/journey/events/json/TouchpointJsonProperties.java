package io.journey.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.json.ParsedTouchpoint.Event;
import io.journey.events.v1.Touchpoint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TouchpointJsonProperties {

    @Property(tries = 500)
    void everyEventSurvivesTheWayThroughALine(@ForAll("events") Touchpoint event) {
        byte[] line = TouchpointJson.write(event).getBytes(StandardCharsets.UTF_8);

        assertThat(line).doesNotContain('\n');
        assertThat(TouchpointJson.parse(line)).isEqualTo(new Event(event));
    }

    @Property(tries = 500)
    void noBytesMakeReadingThrow(@ForAll byte[] line) {
        assertThat(TouchpointJson.parse(line)).isNotNull();
    }

    @Property(tries = 500)
    void noCutMakesReadingThrow(@ForAll("events") Touchpoint event, @ForAll int cut) {
        String line = TouchpointJson.write(event);

        assertThat(TouchpointJson.parse(line.substring(0, Math.floorMod(cut, line.length()))))
                .isInstanceOf(ParsedTouchpoint.Fault.class);
    }

    @Provide
    Arbitrary<Touchpoint> events() {
        Arbitrary<String> words = texts().filter(text -> !text.isBlank());
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(-62_167_219_200_000L, 253_402_300_799_999L)
                .map(Instant::ofEpochMilli);
        Arbitrary<BigDecimal> amounts = Arbitraries.bigIntegers()
                .between(
                        BigInteger.TEN.pow(38).negate().add(BigInteger.ONE),
                        BigInteger.TEN.pow(38).subtract(BigInteger.ONE))
                .map(unscaled -> new BigDecimal(unscaled, 9));
        Arbitrary<Map<String, String>> identities =
                Arbitraries.maps(words, words).ofMinSize(1).ofMaxSize(4);
        Arbitrary<Map<String, String>> attributes =
                Arbitraries.maps(texts(), texts()).ofMaxSize(5);
        return Combinators.combine(words, texts(), words, words, instants, Arbitraries.longs(), identities, attributes)
                .as((id, source, channel, touchpoint, at, sequence, who, what) -> Touchpoint.newBuilder()
                        .setEventId(id)
                        .setSource(source)
                        .setChannel(channel)
                        .setTouchpoint(touchpoint)
                        .setOccurredAt(at)
                        .setSequence(sequence)
                        .setIdentities(who)
                        .setAttributes(what))
                .flatMap(builder -> Combinators.combine(
                                instants.injectNull(0.5),
                                amounts.injectNull(0.5),
                                texts().injectNull(0.5),
                                words,
                                amounts)
                        .as((sentAt, amount, currency, survey, score) -> Touchpoint.newBuilder(builder)
                                .setSentAt(sentAt)
                                .setAmount(amount)
                                .setCurrency(amount == null ? null : currency)
                                .setSurveyKind(amount == null ? survey : null)
                                .setSurveyScore(amount == null ? score : null)
                                .build()));
    }

    /** Texts without halves of surrogate pairs, which are no characters. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings()
                .all()
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
}
