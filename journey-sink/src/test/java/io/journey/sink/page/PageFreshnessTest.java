package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.sink.table.SinkTable;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page follows the database by itself, and says so when it cannot. */
@InBrowser
class PageFreshnessTest {

    private SeededSink sink;

    @BeforeEach
    void start(@TempDir Path directory) throws SQLException {
        sink = SeededSink.empty(directory);
    }

    @AfterEach
    void stop() {
        sink.close();
    }

    private Visit march(Chromium chromium) throws SQLException {
        sink.write(Seeds.all());
        return chromium.open(sink.page("journey=" + Seeds.SHOP))
                .shows(Seeds.SHOP, Seeds.MARCH, "")
                .isLive();
    }

    @Test
    void changedRowsAppearWithoutALoad(Chromium chromium) throws SQLException {
        try (Visit visit = march(chromium)) {
            visit.page().evaluate("window.loadedOnce = true");
            SeedRow purchase = Seeds.inMarch(SinkTable.FUNNEL, "stage", "purchase");
            SeedRow back = Seeds.inMarch(SinkTable.STAGE_FLOWS, "fromStage", "consideration")
                    .with("toStage", "awareness");

            sink.write(purchase.with("reached", 1111), back.with("transitions", 777));

            assertThat(visit.part("funnel").locator("li[data-stage=purchase]")).hasAttribute("data-reached", "1111");
            assertThat(visit.part("sankey").locator("[data-kind=back][data-from=consideration][data-to=awareness]"))
                    .hasAttribute("data-transitions", "777");
            assertThat(visit.page().evaluate("window.loadedOnce")).isEqualTo(true);
        }
    }

    @Test
    void deletedRowsDisappear(Chromium chromium) throws SQLException {
        try (Visit visit = march(chromium)) {
            SeedRow outcome = Seeds.inMarch(SinkTable.STAGE_OUTCOMES, "stage", "advocacy");
            assertThat(visit.part("outcomes").locator("li[data-stage=advocacy]"))
                    .hasCount(1);

            sink.delete(outcome);

            assertThat(visit.part("outcomes").locator("li[data-stage=advocacy]"))
                    .hasCount(0);
        }
    }

    @Test
    void aNewerWindowIsFollowedUnlessOneIsPinned(Chromium chromium) throws SQLException {
        String april = "2026-03-31T22:00:00.000Z";
        try (Visit following = march(chromium);
                Visit pinned = chromium.open(sink.page("journey=" + Seeds.SHOP + "&start=" + Seeds.MARCH))
                        .isLive()) {
            SeedRow awareness = Seeds.inMarch(SinkTable.FUNNEL, "stage", "awareness");

            sink.write(awareness
                    .with("windowStart", april)
                    .with("journeys", 5)
                    .with("reached", 5)
                    .with("converted", 0));

            assertThat(following.part("scope")).hasAttribute("data-window-start", april);
            assertThat(following.part("figure-journeys")).hasAttribute("data-value", "5");
            assertThat(pinned.part("window-start").locator("option[value='" + april + "']"))
                    .hasCount(1);
            assertThat(pinned.part("scope")).hasAttribute("data-window-start", Seeds.MARCH);
        }
    }

    @Test
    void aBalanceThatDoesNotCloseIsSeen(Chromium chromium) throws SQLException {
        try (Visit visit = march(chromium)) {
            SeedRow balance = Seeds.of(SinkTable.BALANCE).get(0);

            sink.write(balance.with("read", balance.number("read") + 12));

            assertThat(visit.part("balance")).hasAttribute("data-state", "open");
            assertThat(visit.part("balance")).containsText("The balance does not close");
            assertThat(visit.part("balance")).containsText("12 records of shop-web are not accounted for");
        }
    }

    @Test
    void aPageThatWaitedForTheFirstDefinitionShowsIt(Chromium chromium) throws SQLException {
        try (Visit visit = chromium.open(sink.page())) {
            assertThat(visit.part("no-definitions")).containsText("./journey demo");
            visit.isLive();

            sink.write(Seeds.all());

            assertThat(visit.part("scope")).hasAttribute("data-journey", Seeds.LOANS);
        }
    }

    @Test
    void numbersStayAndAreMarkedStaleWhileTheSinkIsAway(Chromium chromium) throws SQLException {
        try (Visit visit = march(chromium).allowingTheServerToBeAway()) {
            String reached =
                    Seeds.inMarch(SinkTable.FUNNEL, "stage", "interest").get("reached");

            sink.without(() -> {
                assertThat(visit.part("link")).hasAttribute("data-link", "stale");
                assertThat(visit.part("link")).containsText("stale since");
                assertThat(visit.part("fault")).containsText("The sink cannot be reached");
                assertThat(visit.part("funnel").locator("li[data-stage=interest]"))
                        .hasAttribute("data-reached", reached);
            });

            assertThat(visit.part("link")).hasAttribute("data-link", "live");
            assertThat(visit.part("fault")).hasCount(0);
        }
    }
}
