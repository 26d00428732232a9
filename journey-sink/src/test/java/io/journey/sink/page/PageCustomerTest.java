package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import io.journey.sink.http.CustomerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One customer on the page, behind the page's token. */
@InBrowser
class PageCustomerTest {

    private static final String SECRET = "known to those who may";
    private static final String RUN_AXE = """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                const { violations } = await axe.run(document, { runOnly: tags });
                return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
            }
            """;

    private static RecordedStreams streams;
    private static SeededSink sink;

    @BeforeAll
    static void start(@TempDir Path directory) throws SQLException, IOException {
        streams = new RecordedStreams();
        sink = SeededSink.asking(
                new CustomerSettings(Optional.of(streams.uri()), RecordedStreams.TOKEN, Optional.empty(), SECRET),
                directory);
    }

    @AfterAll
    static void stop() {
        sink.close();
        streams.close();
    }

    static Stream<Screen> screens() {
        return Stream.of(Screen.DESKTOP, Screen.DESKTOP.inTheDark(), Screen.PHONE, Screen.PHONE.inTheDark());
    }

    private static Visit open(Chromium chromium, Screen screen) {
        return chromium.open(sink.page("journey=" + Seeds.SHOP), screen).allowingRefusals();
    }

    private static void lookUp(Visit visit, String identity) {
        visit.part("identity").fill(identity);
        visit.part("look-up").click();
    }

    private static void unlock(Visit visit) {
        visit.part("secret").fill(SECRET);
        visit.part("look-up").click();
    }

    @Test
    void aCustomerIsShownOnceTheTokenIsGivenAndTheTokenIsAskedForOnce(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.DESKTOP)) {
            lookUp(visit, "customer:42");
            assertThat(visit.part("locked")).isVisible();
            assertThat(visit.part("customer")).hasCount(0);
            visit.part("secret").fill("a guess");
            visit.part("look-up").click();
            assertThat(visit.part("lookup-fault")).containsText("missing or wrong");

            unlock(visit);

            assertThat(visit.part("customer")).hasAttribute("data-stage", "bought");
            assertThat(visit.part("secret")).hasCount(0);
            assertThat(visit.data("customer-identities", "li"))
                    .extracting(data -> data.get("identity"), data -> data.get("touches"))
                    .containsExactly(
                            tuple("customer:42", "2"),
                            tuple("cookie:7", "2"),
                            tuple("cookie:tablet", "1"),
                            tuple("email:ada@example.org", "1"));
            assertThat(visit.data("customer-timeline", "li[data-event]").stream()
                            .map(data -> data.get("event")))
                    .containsExactly("e1", "e2", "e3", "e4", "e5", "e6");
            assertThat(visit.data("customer-timeline", "li.move"))
                    .extracting(data -> data.get("to"))
                    .containsExactly("seen", "interested", "bought");

            lookUp(visit, "customer:nobody");
            assertThat(visit.part("lookup-fault")).containsText("nothing is known of this identity");
        }
    }

    @Test
    void anIdentityOfSomebodyElseLeadsToItsCustomer(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.DESKTOP)) {
            lookUp(visit, "cookie:7");
            unlock(visit);

            Locator shown = visit.part("customer");
            assertThat(shown).hasCount(3);
            assertThat(shown.nth(0)).containsText("Belongs to email:ada@example.org");
            assertThat(shown.nth(1)).containsText("Belongs to customer:42");
            assertThat(shown.nth(2)).hasAttribute("data-identity", "customer:42");
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void axeFindsNothingAndNothingSticksOut(Screen screen, Chromium chromium) throws IOException {
        try (Visit visit = open(chromium, screen)) {
            lookUp(visit, "cookie:7");
            assertThat(visit.part("locked")).isVisible();
            visit.page().evaluate(AxeBuilder.getAxeScript());
            assertThat((List<?>) visit.page().evaluate(RUN_AXE)).isEmpty();

            unlock(visit);
            assertThat(visit.part("customer")).hasCount(3);

            assertThat((List<?>) visit.page().evaluate(RUN_AXE)).isEmpty();
            Object beyond = visit.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) beyond).intValue()).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void theTokenAndTheIdentityStandNeitherInTheAddressNorInStorage(Chromium chromium) {
        try (Visit visit = open(chromium, Screen.DESKTOP)) {
            lookUp(visit, "customer:42");
            unlock(visit);
            assertThat(visit.part("customer")).isVisible();

            // Behind the port, which may hold any digits.
            assertThat(visit.page().evaluate("location.pathname + location.search + location.hash"))
                    .asString()
                    .contains("journey=shop-lifecycle")
                    .doesNotContain("42");
            assertThat(visit.page().evaluate("localStorage.length + sessionStorage.length + document.cookie.length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void whereNobodyCanBeAskedThereIsNoSearch(Chromium chromium, @TempDir Path directory) throws SQLException {
        try (SeededSink alone = SeededSink.seeded(directory);
                Visit visit = chromium.open(alone.page("journey=" + Seeds.SHOP))) {
            visit.shows(Seeds.SHOP, Seeds.MARCH, "");
            Map<?, ?> offered =
                    (Map<?, ?>) visit.page().evaluate("async () => (await fetch('api/v1/customers')).json()");
            assertThat(offered.get("available")).isEqualTo(false);
            assertThat(visit.part("lookup")).hasCount(0);
        }
    }
}
