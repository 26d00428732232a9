package io.journey.sink.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;

/**
 * One look at the page. Notes all that went wrong in the browser; {@link #close} fails the test if anything did.
 *
 * <p>Reads the raw numbers from the data attributes, under the names that the browser gives them: data-p50 is p50.
 */
final class Visit implements AutoCloseable {

    private final Page page;
    private final List<String> faults = new ArrayList<>();
    private boolean serverMayBeAway;
    private boolean serverMayRefuse;

    private Visit(Page page) {
        this.page = page;
    }

    static Visit begin(Page page, URI address) {
        Visit visit = new Visit(page);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                visit.fault("console: " + message.text());
            }
        });
        page.onPageError(error -> visit.faults.add("script: " + error));
        page.onRequest(request -> {
            URI target = URI.create(request.url());
            boolean ours = List.of("data", "blob").contains(target.getScheme())
                    || address.getAuthority().equals(target.getAuthority());
            if (!ours) {
                visit.faults.add("request off the host: " + request.url());
            }
        });
        page.navigate(address.toString());
        visit.part("loading").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        return visit;
    }

    private void fault(String text) {
        boolean away = text.contains("ERR_CONNECTION_REFUSED") || text.contains("ERR_INCOMPLETE_CHUNKED_ENCODING");
        boolean refused = text.contains("status of 401") || text.contains("status of 404");
        if (!(serverMayBeAway && away) && !(serverMayRefuse && refused)) {
            faults.add(text);
        }
    }

    /** The browser complains about a server that it cannot reach, which a test may want. */
    Visit allowingTheServerToBeAway() {
        serverMayBeAway = true;
        return this;
    }

    /** The browser complains about answers that say no, which a test may want. */
    Visit allowingRefusals() {
        serverMayRefuse = true;
        return this;
    }

    Page page() {
        return page;
    }

    /** The element with the test id. */
    Locator part(String testId) {
        return page.getByTestId(testId);
    }

    /** Raw numbers of all elements in the part that the selector finds. */
    List<Map<String, String>> data(String testId, String selector) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Object element : (List<?>) part(testId)
                .locator(selector)
                .evaluateAll("elements => elements.map(element => ({ ...element.dataset }))")) {
            Map<String, String> data = new LinkedHashMap<>();
            ((Map<?, ?>) element).forEach((name, value) -> data.put(String.valueOf(name), String.valueOf(value)));
            all.add(data);
        }
        return all;
    }

    /** Waits until what is shown belongs to the journey, window and segment. */
    Visit shows(String journey, String windowStart, String segment) {
        assertThat(part("scope")).hasAttribute("data-journey", journey);
        assertThat(part("scope")).hasAttribute("data-window-start", windowStart);
        assertThat(part("scope")).hasAttribute("data-segment", segment);
        return this;
    }

    Visit isLive() {
        assertThat(part("link")).hasAttribute("data-link", "live");
        return this;
    }

    Visit addressHas(String parameter) {
        page.waitForCondition(
                () -> List.of(URI.create(page.url()).getRawQuery().split("&")).contains(parameter));
        return this;
    }

    @Override
    public void close() {
        page.context().close();
        Assertions.assertThat(faults).as("what went wrong in the browser").isEmpty();
    }
}
