package io.journey.local.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowsTest {

    private static final Instant MIDNIGHT = Instant.parse("2011-09-30T00:00:00Z");

    @Test
    void aTransitionHasItsKeyItsValueAndAnAmountAsText() {
        TransitionKey key = new TransitionKey("loan", "customer:1", 2, 3);
        Transition value = Transition.newBuilder()
                .setVersion(1)
                .setJourneyStart(MIDNIGHT)
                .setKind("LAPSE")
                .setFromStage("purchase")
                .setRevisit(false)
                .setOccurredAt(MIDNIGHT.plusMillis(5))
                .setDwellMs(5)
                .setTouches(1)
                .setEntryChannel("web")
                .setPersona("none")
                .setValue(new BigDecimal("20000.000000000"))
                .build();

        assertThat(Rows.transition(key, value).line())
                .isEqualTo("{\"at\":\"2011-09-30T00:00:00.005Z\",\"channel\":null,\"customer\":\"customer:1\","
                        + "\"dwellMs\":5,\"entryChannel\":\"web\",\"from\":\"purchase\",\"journey\":\"loan\","
                        + "\"journeyNumber\":2,\"journeyStart\":\"2011-09-30T00:00:00.000Z\",\"kind\":\"LAPSE\","
                        + "\"ordinal\":3,\"persona\":\"none\",\"revisit\":false,\"to\":null,\"touches\":1,"
                        + "\"touchpoint\":null,\"value\":\"20000\",\"version\":1}");
    }

    @Test
    void aSegmentIsAnObjectWithItsValuesDecoded() {
        StageConversionKey key = new StageConversionKey(
                "loan", "day", MIDNIGHT, "entryChannel=in%26out&persona=a%3Db", "awareness", "purchase");
        StageConversion value = StageConversion.newBuilder()
                .setVersion(1)
                .setEntered(2)
                .setConverted(0)
                .build();

        assertThat(Rows.conversion(key, value).line())
                .contains("\"segment\":{\"entryChannel\":\"in&out\",\"persona\":\"a=b\"}")
                .contains("\"p50Ms\":null");
    }

    @Test
    void theStagesOfAFunnelCellAreOneLineWithTheExactValueAsText() {
        TreeMap<FunnelKey, Funnel> published = new TreeMap<>();
        published.put(new FunnelKey("loan", "day", MIDNIGHT, "", "awareness"), funnel(0, 7));
        published.put(new FunnelKey("loan", "day", MIDNIGHT, "", "purchase"), funnel(1, 3));

        assertThat(FunnelRows.of(published).map(JsonRow::line))
                .containsExactly("{\"converted\":3,\"journeys\":7,\"reached_awareness\":7,\"reached_purchase\":3,"
                        + "\"segment\":{},\"value\":\"1234567.5\",\"window\":\"day\","
                        + "\"windowStart\":\"2011-09-30T00:00:00.000Z\"}");
    }

    @Test
    void wholeNumbersAreWrittenWithoutExponent() {
        assertThat(JsonRow.shortest(new BigDecimal("20000.000000000")).toString())
                .isEqualTo("20000");
        assertThat(JsonRow.shortest(new BigDecimal("0.000000000")).toString()).isEqualTo("0");
        assertThat(JsonRow.shortest(new BigDecimal("0.500000000")).toString()).isEqualTo("0.5");
    }

    private static Funnel funnel(int position, long reached) {
        return Funnel.newBuilder()
                .setVersion(1)
                .setPosition(position)
                .setJourneys(7)
                .setReached(reached)
                .setConverted(3)
                .setValue(new BigDecimal("1234567.500000000"))
                .build();
    }
}
