package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WatchedSeriesTest {

    private static final Pattern SERIES = Pattern.compile("\\bjourney_[a-z_]+");
    private static final Pattern PART = Pattern.compile("_(bucket|count|sum|max|total)$");

    private static final List<String> DOCUMENTED = Stream.of("docs/metrics.md", "docs/sink.md")
            .flatMap(page -> Pattern.compile("\\| `(journey_[a-z_]+)` \\|")
                    .matcher(ProjectFile.at(page).text())
                    .results())
            .map(series -> PART.matcher(series.group(1)).replaceFirst(""))
            .toList();

    static Stream<ProjectFile> watchers() {
        return Stream.of(
                        ProjectFile.in("deploy/prometheus/rules", ".yml"),
                        ProjectFile.in("deploy/prometheus/tests", ".yml"),
                        ProjectFile.in("deploy/grafana/dashboards", "pipeline.json"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("watchers")
    void everySeriesThatIsWatchedIsDocumented(ProjectFile watcher) {
        assertThat(SERIES.matcher(watcher.text()).results().map(MatchResult::group))
                .isNotEmpty()
                .allSatisfy(series ->
                        assertThat(DOCUMENTED).contains(PART.matcher(series).replaceFirst("")));
    }
}
