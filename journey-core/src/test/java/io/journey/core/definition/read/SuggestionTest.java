package io.journey.core.definition.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionTest {

    private static final List<String> NAMES = List.of("stage", "stages", "when", "lapseAfter", "gt", "gte");

    @ParameterizedTest
    @CsvSource({
        "stge, stage",
        "Stages, stages",
        "GT, gt",
        "wehn, when",
        "lapseafter, lapseAfter",
        "lapsAftr, lapseAfter",
        "lapseAftre, lapseAfter"
    })
    void findsTheClosestName(String found, String meant) {
        assertThat(Suggestion.among(NAMES, found)).isEqualTo("; did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "personas", "lapse", "wxyz", "eq", "gr"})
    void keepsQuietWhenNothingIsClose(String found) {
        assertThat(Suggestion.among(NAMES, found)).isEmpty();
    }
}
