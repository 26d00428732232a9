package io.journey.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertPagesTest {

    private static final String PAGES = "docs/operations";

    private final List<Tree> alerts = ProjectFile.in("deploy/prometheus/rules", ".yml").stream()
            .flatMap(file -> file.documents().stream())
            .flatMap(document -> document.at("groups").elements().stream())
            .flatMap(group -> group.at("rules").elements().stream())
            .filter(rule -> rule.at("alert").isThere())
            .toList();

    @Test
    void everyAlertHasAPageThatNamesIt() {
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            ProjectFile page = ProjectFile.at(alert.at("annotations", "runbook").text());
            assertThat(page.path()).exists();
            assertThat(page.text()).contains("\nAlert `" + alert.at("alert").text() + "`.\n");
        });
    }

    @Test
    void everyPageHasItsAlertAndIsInTheList() {
        Map<String, String> alertOfPage = alerts.stream()
                .collect(Collectors.toMap(
                        alert -> alert.at("annotations", "runbook").text(),
                        alert -> alert.at("alert").text()));
        String list = ProjectFile.at(PAGES + "/README.md").text();

        assertThat(ProjectFile.in(PAGES, ".md"))
                .filteredOn(page -> !page.stem().equals("README"))
                .hasSameSizeAs(alerts)
                .allSatisfy(page -> assertThat(list)
                        .contains("| [`" + alertOfPage.get(PAGES + "/" + page.stem() + ".md") + "`](" + page.stem()
                                + ".md) |"));
    }

    @Test
    void everyAlertIsTriedAndSaysHowUrgentItIs() {
        List<Tree> tries = ProjectFile.in("deploy/prometheus/tests", ".yml").stream()
                .flatMap(file -> file.documents().stream())
                .flatMap(document -> document.at("tests").elements().stream())
                .flatMap(test -> test.at("alert_rule_test").elements().stream())
                .toList();

        assertThat(alerts).allSatisfy(alert -> {
            assertThat(alert.at("labels", "severity").text()).isIn("warning", "critical");
            Stream<Integer> fired = tries.stream()
                    .filter(tried -> tried.at("alertname")
                            .text()
                            .equals(alert.at("alert").text()))
                    .map(tried -> tried.at("exp_alerts").elements().size());
            assertThat(fired).as("once quiet, once not").contains(0, 1);
        });
    }
}
