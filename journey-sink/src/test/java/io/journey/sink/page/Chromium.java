package io.journey.sink.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The running browser. */
final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Chromium launch() {
        Path executable = ChromiumFinder.find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setHeadless(true)
                        // Chromium refuses to run as root with its sandbox, and containers build as root.
                        .setArgs(List.of("--no-sandbox")));
        // Builds run beside other builds; what takes a second on a quiet machine may take many.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        return new Chromium(playwright, browser);
    }

    /** Opens the page and waits until it shows something; movement is off, so that numbers stand where they end. */
    Visit open(URI address, Screen screen) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width(), screen.height())
                .setDeviceScaleFactor(screen.scale())
                .setColorScheme(screen.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-GB")
                .setTimezoneId("UTC"));
        return Visit.begin(context.newPage(), address);
    }

    Visit open(URI address) {
        return open(address, Screen.DESKTOP);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
