package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.sink.table.SinkTable;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every number of the database that belongs to a view stands on the page, and only those. */
@InBrowser
class PageNumbersTest {

    private static SeededSink sink;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        sink = SeededSink.seeded(directory);
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    private static Visit march(Chromium chromium) {
        return chromium.open(sink.page("journey=" + Seeds.SHOP)).shows(Seeds.SHOP, Seeds.MARCH, "");
    }

    /** The named fields of each map, in order; so rows and data attributes can be compared as text. */
    private static List<List<String>> columns(Stream<Map<String, String>> rows, String... names) {
        return rows.map(row -> Arrays.stream(names)
                        .map(name -> row.getOrDefault(name, ""))
                        .toList())
                .toList();
    }

    private static Stream<Map<String, String>> seeded(SinkTable table) {
        return Seeds.of(table, Seeds.SHOP, Seeds.MARCH, "").stream().map(SeedRow::fields);
    }

    @Test
    void theFunnelListsEveryStageInOrder(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            assertThat(columns(
                            visit.data("funnel", "li[data-stage]").stream(),
                            "stage",
                            "position",
                            "journeys",
                            "reached",
                            "converted"))
                    .isEqualTo(
                            columns(seeded(SinkTable.FUNNEL), "stage", "position", "journeys", "reached", "converted"));

            SeedRow purchase = Seeds.inMarch(SinkTable.FUNNEL, "stage", "purchase");
            assertThat(visit.part("figure-journeys")).hasAttribute("data-value", purchase.get("journeys"));
            assertThat(visit.part("figure-converted")).hasAttribute("data-value", purchase.get("converted"));
            assertThat(visit.part("figure-value")).hasAttribute("data-value", purchase.get("value"));
        }
    }

    @Test
    void theFunnelSaysSharesInWords(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            SeedRow interest = Seeds.inMarch(SinkTable.FUNNEL, "stage", "interest");
            String share = Math.round(100.0 * interest.number("reached") / interest.number("journeys")) + "%";
            assertThat(visit.part("funnel").locator("li[data-stage=interest]"))
                    .containsText(String.format("%,d", interest.number("reached")));
            assertThat(visit.part("funnel").locator("li[data-stage=interest] .of-all"))
                    .hasText(share);
            assertThat(visit.part("greatest-loss")).hasCount(1);
        }
    }

    @Test
    void eachPairOfStagesHasItsConversionAndTimes(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            // Nothing leads on from an exit stage, so its row is not drawn.
            Stream<Map<String, String>> drawn =
                    seeded(SinkTable.STAGE_CONVERSIONS).filter(row -> !"lost".equals(row.get("fromStage")));

            assertThat(columns(
                            visit.data("conversions", "td[data-from]").stream(),
                            "from",
                            "to",
                            "entered",
                            "converted",
                            "p50",
                            "p90",
                            "p99"))
                    .containsExactlyInAnyOrderElementsOf(
                            columns(drawn, "fromStage", "toStage", "entered", "converted", "p50Ms", "p90Ms", "p99Ms"));
        }
    }

    @Test
    void visitsAreShownByHowTheyEndedWithTheirDwell(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            assertThat(columns(
                            visit.data("outcomes", "li[data-stage]").stream(),
                            "stage",
                            "visits",
                            "open",
                            "advance",
                            "skip",
                            "regress",
                            "exit",
                            "complete",
                            "lapse",
                            "dwellP50",
                            "dwellP90"))
                    .isEqualTo(columns(
                            seeded(SinkTable.STAGE_OUTCOMES),
                            "stage",
                            "visits",
                            "open",
                            "endedAdvance",
                            "endedSkip",
                            "endedRegress",
                            "endedExit",
                            "endedComplete",
                            "endedLapse",
                            "dwellP50Ms",
                            "dwellP90Ms"));
            assertThat(visit.part("outcomes").locator("li[data-stage=interest]"))
                    .containsText("planned 24 h");
        }
    }

    @Test
    void occupancyCountsOpenJourneysWhateverTheWindow(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            Map<String, String> expected = new TreeMap<>();
            for (SeedRow row : Seeds.of(SinkTable.OCCUPANCY)) {
                if (row.get("journey").equals(Seeds.SHOP) && row.get("segment").isEmpty()) {
                    expected.put(row.get("stage"), row.get("journeys"));
                }
            }
            Map<String, String> shown = new TreeMap<>();
            visit.data("occupancy", "li[data-stage]")
                    .forEach(data -> shown.put(data.get("stage"), data.get("journeys")));

            assertThat(shown).isEqualTo(expected);
        }
    }

    @Test
    void theFlowDrawsEveryWayAndTheOnesBackApart(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            assertThat(visit.part("threshold")).isVisible();
            visit.part("threshold-toggle").click();
            visit.addressHas("flows=all");
            assertThat(visit.part("sankey")).hasAttribute("data-hidden", "0");

            assertThat(columns(visit.data("sankey", "[data-flow]").stream(), "from", "to", "transitions"))
                    .containsExactlyInAnyOrderElementsOf(
                            columns(seeded(SinkTable.STAGE_FLOWS), "fromStage", "toStage", "transitions"));
            assertThat(columns(visit.data("sankey", "[data-kind=back]").stream(), "from", "to"))
                    .containsExactlyInAnyOrderElementsOf(waysBack());
            assertThat(visit.part("sankey").locator("[data-kind=back] path.line"))
                    .hasCount(waysBack().size());
        }
    }

    private static List<List<String>> waysBack() {
        List<String> order = Seeds.of(SinkTable.STAGES).stream()
                .filter(row -> row.get("journey").equals(Seeds.SHOP))
                .map(row -> row.get("stage"))
                .toList();
        List<List<String>> back = new ArrayList<>();
        for (SeedRow flow : Seeds.of(SinkTable.STAGE_FLOWS, Seeds.SHOP, Seeds.MARCH, "")) {
            int from = order.indexOf(flow.get("fromStage"));
            int to = order.indexOf(flow.get("toStage"));
            if (from >= 0 && to >= 0 && to < from) {
                back.add(List.of(flow.get("fromStage"), flow.get("toStage")));
            }
        }
        assertThat(back).isNotEmpty();
        return back;
    }

    @Test
    void smallFlowsAreLeftOutWithANoteThatCountsThem(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            List<SeedRow> flows = Seeds.of(SinkTable.STAGE_FLOWS, Seeds.SHOP, Seeds.MARCH, "");
            double least = 0.005
                    * flows.stream()
                            .filter(flow -> flow.get("fromStage").equals("START"))
                            .mapToLong(flow -> flow.number("transitions"))
                            .sum();
            long small = flows.stream()
                    .filter(flow -> flow.number("transitions") < least)
                    .count();

            assertThat(small).isPositive();
            assertThat(visit.part("sankey")).hasAttribute("data-hidden", String.valueOf(small));
            assertThat(visit.part("sankey").locator("[data-flow]")).hasCount((int) (flows.size() - small));
            assertThat(visit.part("threshold")).containsText(small + " flow");
        }
    }

    @Test
    void theBalanceSumsItsSourcesAndSaysThatItCloses(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            long read = Seeds.of(SinkTable.BALANCE).stream()
                    .filter(row -> row.get("journey").equals(Seeds.SHOP))
                    .mapToLong(row -> row.number("read"))
                    .sum();
            assertThat(visit.part("balance")).hasAttribute("data-state", "closed");
            assertThat(visit.part("balance")).hasAttribute("data-read", String.valueOf(read));
            assertThat(visit.part("balance")).containsText("The balance closes");
        }
    }

    @Test
    void everyViewSaysWhatItCounts(Chromium chromium) {
        try (Visit visit = march(chromium)) {
            assertThat(visit.part("scope")).containsText("March 2026");
            assertThat(visit.part("scope")).containsText("event time, Europe/Berlin");
            assertThat(visit.part("scope")).containsText("shop-lifecycle version 3");
            assertThat(visit.part("as-of")).containsText("as of");
            assertThat(visit.part("funnel-counts")).containsText("Journeys that started in March 2026");
            assertThat(visit.part("conversions-counts")).containsText("Visits to a stage that began in March 2026");
            assertThat(visit.part("outcomes-counts")).containsText("another visit");
            assertThat(visit.part("occupancy-counts")).containsText("whenever they started");
        }
    }
}
