package io.journey.sink.page;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the README's pictures; runs only when it is named, see docs/page.md.
 *
 * <p>{@code -Djourney.pictures.page=http://…} takes them of a page that runs, else they are of the tests' own rows.
 */
@InBrowser
class PagePictures {

    private static final Path IMAGES = Path.of(System.getProperty("journey.root"), "docs", "images");

    @Test
    void takeThem(Chromium chromium, @TempDir Path directory) throws SQLException, IOException {
        Files.createDirectories(IMAGES);
        String running = System.getProperty("journey.pictures.page", "");
        if (!running.isBlank()) {
            takeThem(chromium, URI.create(running));
            return;
        }
        try (SeededSink sink = SeededSink.seeded(directory)) {
            takeThem(chromium, sink.page("journey=" + Seeds.SHOP));
        }
    }

    private static void takeThem(Chromium chromium, URI page) {
        take(chromium, page, Screen.DESKTOP.of(1400, 1), "page-light.png");
        take(chromium, page, Screen.DESKTOP.of(1400, 1).inTheDark(), "page-dark.png");
        take(chromium, page, Screen.PHONE.of(1130, 1.5), "phone.png");
    }

    private static void take(Chromium chromium, URI page, Screen screen, String name) {
        try (Visit visit = chromium.open(page, screen)) {
            visit.part("sankey").locator("svg").waitFor();
            visit.isLive();
            visit.page().screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
        }
    }
}
