package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.journey.sink.table.SinkTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is looked at is chosen by clicking, and stands in the address. */
@InBrowser
class PageFiltersTest {

    private static SeededSink sink;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        sink = SeededSink.seeded(directory);
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    private static void showsFunnel(Visit visit, String journey, String windowStart, String segment) {
        visit.shows(journey, windowStart, segment);
        List<SeedRow> rows = Seeds.of(SinkTable.FUNNEL, journey, windowStart, segment);
        assertThat(rows).isNotEmpty();
        assertThat(visit.part("funnel").locator("li[data-stage]")).hasCount(rows.size());
        for (SeedRow row : rows) {
            assertThat(visit.part("funnel").locator("li[data-stage=" + row.get("stage") + "]"))
                    .hasAttribute("data-reached", row.get("reached"));
        }
    }

    @Test
    void anotherDefinitionBringsItsOwnStagesAndWindows(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page())) {
            visit.part("definition").selectOption(Seeds.SHOP);
            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "");

            visit.part("definition").selectOption(Seeds.LOANS);

            showsFunnel(visit, Seeds.LOANS, Seeds.NOVEMBER, "");
            visit.addressHas("journey=" + Seeds.LOANS);
            assertThat(visit.page()).hasTitle("loan-application · Journeys");
            assertThat(visit.part("scope")).containsText("November 2011");
        }
    }

    @Test
    void theKindOfWindowAndTheWindowAreChosenByClicking(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page("journey=" + Seeds.SHOP))) {
            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "");

            visit.part("window-day").check();
            showsFunnel(visit, Seeds.SHOP, Seeds.PI_DAY, "");
            assertThat(visit.part("scope")).containsText("Sat, 14 Mar 2026");

            visit.page().goBack();
            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "");

            visit.part("earlier").click();
            showsFunnel(visit, Seeds.SHOP, Seeds.FEBRUARY, "");
            assertThat(visit.part("follow")).hasAttribute("aria-pressed", "false");
            assertThat(visit.part("earlier")).isDisabled();

            visit.part("follow").click();
            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "");
            assertThat(visit.part("follow")).hasAttribute("aria-pressed", "true");

            visit.part("window-start").selectOption(Seeds.FEBRUARY);
            showsFunnel(visit, Seeds.SHOP, Seeds.FEBRUARY, "");
        }
    }

    @Test
    void aSegmentNarrowsEveryNumberToIt(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page("journey=" + Seeds.SHOP))) {
            visit.part("segment").selectOption("persona=family");

            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "persona=family");
            visit.addressHas("segment=persona%3Dfamily");
            assertThat(visit.part("scope")).containsText("persona family");
            long open = Seeds.of(SinkTable.OCCUPANCY).stream()
                    .filter(row -> row.get("segment").equals("persona=family"))
                    .mapToLong(row -> row.number("journeys"))
                    .sum();
            assertThat(visit.part("occupancy-sum")).hasAttribute("data-journeys", String.valueOf(open));
        }
    }

    @Test
    void theAddressAloneBringsTheViewBack(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page(
                "journey=" + Seeds.SHOP + "&window=month&start=" + Seeds.MARCH + "&segment=entryChannel%3Dsocial"))) {
            showsFunnel(visit, Seeds.SHOP, Seeds.MARCH, "entryChannel=social");
            assertThat(visit.part("segment")).hasValue("entryChannel=social");
            assertThat(visit.part("follow")).hasAttribute("aria-pressed", "false");
        }
    }

    @Test
    void anAddressThatNamesWhatDoesNotExistIsAnsweredInWords(Chromium chromium) {
        try (Visit visit = chromium.open(
                sink.page("journey=nobody&window=century&start=2020-01-01T00:00:00.000Z&segment=weather%3Dfine"))) {
            visit.shows(Seeds.LOANS, Seeds.NOVEMBER, "");

            assertThat(visit.part("note")).hasCount(4);
            assertThat(visit.part("note").first()).containsText("There is no journey definition “nobody”");
            assertThat(visit.part("note").last()).containsText("keeps no breakdown like “weather=fine”");
        }
    }

    @Test
    void aViewWithoutRowsSaysWhatToDo(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page("journey=" + Seeds.SHOP + "&segment=persona%3Dstudent"))) {
            visit.shows(Seeds.SHOP, Seeds.MARCH, "persona=student");

            assertThat(visit.part("funnel-empty")).containsText("Choose another window or segment");
            assertThat(visit.part("funnel-csv")).hasCount(0);
            assertThat(visit.part("occupancy-empty")).isVisible();
        }
    }

    @Test
    void aViewDownloadsAsCsvWithExactlyItsRows(Chromium chromium) throws IOException {
        try (Visit visit = chromium.open(sink.page("journey=" + Seeds.SHOP))) {
            visit.shows(Seeds.SHOP, Seeds.MARCH, "");
            Download download =
                    visit.page().waitForDownload(() -> visit.part("funnel-csv").click());

            assertThat(download.suggestedFilename()).isEqualTo("funnel-shop-lifecycle-month-2026-02-28.csv");
            List<String> lines = Files.readAllLines(download.path());
            List<String> expected = Seeds.of(SinkTable.FUNNEL, Seeds.SHOP, Seeds.MARCH, "").stream()
                    .map(row -> String.join(
                            ",",
                            List.of(
                                    row.get("stage"),
                                    row.get("position"),
                                    row.get("journeys"),
                                    row.get("reached"),
                                    row.get("converted"),
                                    row.get("value"))))
                    .toList();
            assertThat(lines.get(0)).isEqualTo("stage,position,journeys,reached,converted,value");
            assertThat(lines.subList(1, lines.size())).isEqualTo(expected);
        }
    }

    @Test
    void everyChartHasItsNumbersAsATable(Chromium chromium) {
        try (Visit visit = chromium.open(sink.page("journey=" + Seeds.SHOP))) {
            visit.shows(Seeds.SHOP, Seeds.MARCH, "");
            for (String part : List.of("funnel", "occupancy", "flows", "outcomes", "balance")) {
                Locator table = visit.part(part).getByRole(AriaRole.TABLE);
                assertThat(table).isHidden();
                visit.part(part).locator("summary").click();
                assertThat(table).isVisible();
            }
            int flows =
                    Seeds.of(SinkTable.STAGE_FLOWS, Seeds.SHOP, Seeds.MARCH, "").size();
            assertThat(visit.part("flows").locator("tbody tr")).hasCount(flows);
        }
    }
}
