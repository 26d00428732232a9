package io.journey.core.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "007", "-1", "+1", "1.50", "-0.0", "1e3", "1E+3", "1.5e-10", "9e999999999"})
    void readsDecimals(String text) {
        assertThat(DecimalText.parse(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "+",
                ".",
                "e1",
                " 1",
                "1 ",
                "1\n",
                "1,5",
                "1_000",
                "1.",
                ".5",
                "1.e3",
                "1e",
                "1e+",
                "1e1.5",
                "--1",
                "0x1F",
                "1f",
                "1d",
                "NaN",
                "Infinity",
                "-Infinity",
                "\u0661",
                "\uff11",
                "1e1000000000",
                "1e99999999999"
            })
    void refusesEverythingElse(String text) {
        assertThat(DecimalText.parse(text)).isNull();
    }

    @Test
    void refusesWhatWouldTakeTooLongToRead() {
        assertThat(DecimalText.parse("1".repeat(DecimalText.MAX_LENGTH))).isNotNull();
        assertThat(DecimalText.parse("1".repeat(DecimalText.MAX_LENGTH + 1))).isNull();
    }
}
