package io.journey.local.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.journey.local.JourneyProcess;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** The page in a real browser, looked at and never loaded again. */
final class WatchedPage implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("(?m)^page +(http\\S+)$");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Records that the balance at the foot of the page says were read. */
    private static final String READ =
            "() => Number(document.querySelector('[data-testid=balance]')?.dataset.read ?? 0)";

    private final Playwright playwright;
    private final Page page;
    private final List<String> faults = new ArrayList<>();

    private WatchedPage(Playwright playwright, Page page) {
        this.playwright = playwright;
        this.page = page;
        page.onPageError(faults::add);
    }

    /** Opens the page at the address that the demo prints, once it has printed it. */
    static WatchedPage of(JourneyProcess demo) throws InterruptedException {
        demo.await(PATIENCE, running -> ADDRESS.matcher(running.out()).find());
        String address = ADDRESS.matcher(demo.out())
                .results()
                .map(MatchResult::group)
                .map(line -> line.substring("page".length()).strip())
                .findFirst()
                .orElseThrow();
        return at(address);
    }

    /** Opens the page at an address. */
    static WatchedPage at(String address) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        // Chromium refuses to run as root with its sandbox, and containers build as root.
                        .setArgs(List.of("--no-sandbox")));
        WatchedPage watched = new WatchedPage(playwright, browser.newPage());
        watched.page.navigate(address);
        return watched;
    }

    private static Path executable() {
        String named = System.getProperty("journey.chromium", "");
        return Stream.concat(
                        Stream.of(named).filter(name -> !name.isBlank()).map(Path::of),
                        Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                                        .map(name -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH: install one, or name it with"
                        + " -Djourney.chromium=/path/to/chromium"));
    }

    /** Returns when the page shows more records than that, and says how many. */
    long awaitMoreThan(long records) {
        page.waitForFunction(
                "before => (" + READ + ")() > before",
                (double) records,
                new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis()));
        return read();
    }

    /** Returns when the funnel shows so many journeys, and so many of them converted. */
    void awaitFunnel(long journeys, long converted) {
        page.waitForFunction(
                "expected => { const sum = document.querySelector('[data-testid=funnel-sum]');"
                        + " return sum && sum.dataset.journeys + '/' + sum.dataset.converted === expected; }",
                journeys + "/" + converted,
                new Page.WaitForFunctionOptions().setTimeout((double) PATIENCE.toMillis()));
    }

    /** Records that the page shows as read. */
    long read() {
        return ((Number) page.evaluate(READ)).longValue();
    }

    @Override
    public void close() {
        playwright.close();
        Assertions.assertThat(faults).as("what went wrong in the browser").isEmpty();
    }
}
