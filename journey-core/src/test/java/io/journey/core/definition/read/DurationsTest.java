package io.journey.core.definition.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.tree.Tree;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    private final Faults faults = new Faults();

    @ParameterizedTest
    @CsvSource({
        "P30D, 2592000000",
        "P2W, 1209600000",
        "PT1H, 3600000",
        "P1DT12H, 129600000",
        "PT5M, 300000",
        "PT90S, 90000",
        "PT0.001S, 1",
        "PT1.5S, 1500",
        "P36525D, 3155760000000"
    })
    void readsExactLengths(String text, long milliseconds) {
        assertThat(Durations.read(spot(text))).contains(Duration.ofMillis(milliseconds));
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1M", "P1Y", "P1Y2D", "P2W1M", "P1YT1H", "P1MT5M"})
    void explainsThatYearsAndMonthsHaveNoExactLength(String text) {
        assertThat(Durations.read(spot(text))).isEmpty();
        assertThat(onlyFault()).contains("found the text '" + text + "'", "no exact length", "P30D", "PT5M");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P",
                "PT",
                "P1DT",
                "30D",
                "p30d",
                "P-1D",
                "-P1D",
                "+P1D",
                "P1.5D",
                "PT1.5H",
                "P1D ",
                "P1W2D",
                "PT1,5S",
                "PT.5S",
                "PT1S1H",
                "30 days",
                "P1234567890D"
            })
    void refusesWhatIsNoDuration(String text) {
        assertThat(Durations.read(spot(text))).isEmpty();
        assertThat(onlyFault()).contains("expected a duration such as P30D");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, above zero",
        "P0D, above zero",
        "PT0.0001S, whole milliseconds",
        "PT1.0005S, whole milliseconds",
        "P36526D, at most P36525D",
        "PT999999999999S, at most P36525D"
    })
    void refusesWhatIsOutOfRange(String text, String expected) {
        assertThat(Durations.read(spot(text))).isEmpty();
        assertThat(onlyFault()).contains("expected a duration", expected);
    }

    @Test
    void refusesANumber() {
        assertThat(Durations.read(Spot.root(new Tree.Decimal(1, BigDecimal.TEN, "10"), faults)))
                .isEmpty();
        assertThat(onlyFault()).startsWith("found the number 10, expected a duration");
    }

    private Spot spot(String text) {
        return Spot.root(new Tree.Text(1, text), faults);
    }

    private String onlyFault() {
        assertThat(faults.inOrder()).hasSize(1);
        return faults.inOrder().get(0).message();
    }
}
