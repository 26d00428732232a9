package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What shows without running the queries; {@code .ci/dashboards} runs them. */
class DashboardTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$(?!__)\\{?(\\w+)}?");
    private static final Pattern SOURCE = Pattern.compile("(?m)^    uid: (\\S+)$");

    static List<Tree> dashboards() {
        return ProjectFile.in("deploy/grafana/dashboards", ".json").stream()
                .map(file -> file.documents().get(0))
                .toList();
    }

    private static List<Tree> panels(Tree dashboard) {
        return dashboard.at("panels").elements().stream()
                .filter(panel -> !panel.at("type").text().equals("row"))
                .toList();
    }

    private static Stream<Tree> variables(Tree dashboard) {
        return dashboard.at("templating", "list").elements().stream();
    }

    @Test
    void thereIsOneForThePipelineAndOneForTheBusiness() {
        assertThat(dashboards())
                .extracting(dashboard -> dashboard.at("uid").text())
                .containsExactly("journey-business", "journey-pipeline");
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyPanelSaysWhatItShowsAndInWhichUnit(Tree dashboard) {
        assertThat(panels(dashboard)).isNotEmpty().allSatisfy(panel -> {
            assertThat(panel.at("title").text()).isNotBlank();
            assertThat(panel.at("description").text()).endsWith(".");
            assertThat(panel.at("fieldConfig", "defaults", "unit").isThere()).isTrue();
            assertThat(panel.at("targets").elements()).isNotEmpty();
        });
        assertThat(panels(dashboard))
                .extracting(panel -> panel.at("title").text())
                .doesNotHaveDuplicates();
        assertThat(dashboard.at("panels").elements())
                .extracting(panel -> panel.at("id").text())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyVariableThatIsUsedIsThere(Tree dashboard) {
        List<String> declared =
                variables(dashboard).map(variable -> variable.at("name").text()).toList();

        assertThat(dashboard
                        .all()
                        .filter(part -> part.value() instanceof String)
                        .map(Tree::text))
                .flatExtracting(text -> VARIABLE.matcher(text)
                        .results()
                        .map(match -> match.group(1))
                        .toList())
                .isNotEmpty()
                .isSubsetOf(declared);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everySourceIsOneThatIsProvisioned(Tree dashboard) {
        List<String> provisioned = SOURCE.matcher(ProjectFile.at("deploy/grafana/provisioning/datasources/journey.yml")
                        .text())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(variables(dashboard)
                        .filter(variable -> variable.at("type").text().equals("datasource")))
                .extracting(variable -> variable.at("current", "value").text())
                .hasSize(1)
                .isSubsetOf(provisioned);
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void everyQueryOfMetricsAsksOneJobAndRatesOverWhatWasScraped(Tree dashboard) {
        assertThat(panels(dashboard).stream()
                        .flatMap(panel -> panel.at("targets").elements().stream())
                        .filter(target -> target.at("expr").isThere())
                        .map(target -> target.at("expr").text()))
                .allSatisfy(query -> {
                    assertThat(query).containsAnyOf("job=", "job=~", "ALERTS{");
                    assertThat(Pattern.compile("\\[([^]]*)]")
                                    .matcher(query)
                                    .results()
                                    .map(MatchResult::group))
                            .filteredOn(range -> !range.equals("[.]"))
                            .allMatch(range -> range.equals("[$__rate_interval]"));
                });
    }
}
