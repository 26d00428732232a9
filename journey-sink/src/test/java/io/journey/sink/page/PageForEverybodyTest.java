package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On a phone, in the dark, with a keyboard, through a screen reader. */
@InBrowser
class PageForEverybodyTest {

    /** Run by hand, for findings that read well; throws when hardly a rule found something to look at. */
    private static final String RUN_AXE = """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                const { passes, violations } = await axe.run(document, { runOnly: tags });
                if (passes.length < 20) throw new Error(`only ${passes.length} rules looked at anything`);
                return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
            }
            """;

    private static SeededSink sink;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException {
        sink = SeededSink.seeded(directory);
    }

    @AfterAll
    static void stop() {
        sink.close();
    }

    static Stream<Screen> screens() {
        return Stream.of(Screen.DESKTOP, Screen.DESKTOP.inTheDark(), Screen.PHONE, Screen.PHONE.inTheDark());
    }

    private static Visit open(Chromium chromium, Screen screen, String journey) {
        return chromium.open(sink.page("journey=" + journey), screen);
    }

    // The browser is not a parameter that JUnit can tell from the screen's, so the order matters: arguments first.
    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothing(Screen screen, Chromium chromium) throws IOException {
        try (Visit visit = open(chromium, screen, Seeds.SHOP).shows(Seeds.SHOP, Seeds.MARCH, "")) {
            visit.page().evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })");

            assertThat(violations(visit)).isEmpty();
        }
    }

    @Test
    void axeWouldFindAPageThatNamesNoLanguage(Chromium chromium) throws IOException {
        try (Visit visit = open(chromium, Screen.DESKTOP, Seeds.SHOP)) {
            visit.page().evaluate("document.documentElement.removeAttribute('lang')");

            assertThat(violations(visit)).singleElement(STRING).startsWith("html-has-lang");
        }
    }

    private static List<?> violations(Visit visit) throws IOException {
        visit.page().evaluate(AxeBuilder.getAxeScript());
        return (List<?>) visit.page().evaluate(RUN_AXE);
    }

    @ParameterizedTest
    @MethodSource("screens")
    void nothingSticksOutSideways(Screen screen, Chromium chromium) {
        for (String journey : List.of(Seeds.SHOP, Seeds.LOANS)) {
            try (Visit visit = open(chromium, screen, journey)) {
                visit.part("sankey").locator("svg").waitFor();
                Object beyond = visit.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
                assertThat(((Number) beyond).intValue())
                        .as(journey + " on " + screen)
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void aPhoneListsConversionsStageByStage(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.PHONE, Seeds.SHOP).shows(Seeds.SHOP, Seeds.MARCH, "")) {
            assertThat(visit.part("conversions").locator("table.matrix")).hasCount(0);
            Locator interest = visit.part("conversions").locator("tr[data-from=awareness][data-to=interest]");
            assertThat(interest).isVisible();
            SeedRow row =
                    Seeds.of(io.journey.sink.table.SinkTable.STAGE_CONVERSIONS, Seeds.SHOP, Seeds.MARCH, "").stream()
                            .filter(cell -> cell.get("fromStage").equals("awareness")
                                    && cell.get("toStage").equals("interest"))
                            .findFirst()
                            .orElseThrow();
            assertThat(interest).hasAttribute("data-converted", row.get("converted"));
        }
    }

    @Test
    void theFlowIsWalkedWithTheKeyboardAndDimsTheRest(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.DESKTOP, Seeds.SHOP).shows(Seeds.SHOP, Seeds.MARCH, "")) {
            Locator picture = visit.part("sankey").locator("svg");
            visit.part("flows-csv").focus();
            visit.page().keyboard().press("Tab");
            assertThat(visit.part("flow-detail")).containsText("Start:");

            visit.page().keyboard().press("ArrowRight");
            assertThat(visit.part("flow-detail")).containsText(Pattern.compile("Start → .*transitions, starts"));
            assertThat(picture).hasClass(Pattern.compile("has-active"));
            assertThat(picture.locator("[data-flow].lit")).hasCount(1);

            visit.page().keyboard().press("Escape");
            assertThat(picture).not().hasClass(Pattern.compile("has-active"));

            picture.locator("[data-node=consideration] rect").hover();
            assertThat(visit.part("flow-detail")).containsText("Consideration: entered");
            assertThat(picture.locator("[data-kind=back].lit").first()).isVisible();
        }
    }

    @Test
    void nothingMovesForThoseWhoAskedForStillness(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.DESKTOP, Seeds.SHOP)) {
            Object moving = visit.page().evaluate("document.getAnimations().length");
            assertThat(((Number) moving).intValue()).isZero();
        }
    }
}
