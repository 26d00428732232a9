package io.journey.sink.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A definition as the API shows it, its stages included.
 *
 * @param segments breakdowns kept, each as its dimensions; the whole has none
 * @param stages rows of the stages table in the definition's order
 */
record DefinitionView(
        String journey,
        int version,
        String timeZone,
        String conversionStage,
        long conversionWindowMs,
        List<String> windows,
        List<List<String>> segments,
        List<Map<String, @Nullable Object>> stages) {

    DefinitionView with(List<Map<String, @Nullable Object>> itsStages) {
        return new DefinitionView(
                journey, version, timeZone, conversionStage, conversionWindowMs, windows, segments, itsStages);
    }
}
