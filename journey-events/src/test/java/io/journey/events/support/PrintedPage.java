package io.journey.events.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A committed page that a program prints: compared with what it prints now, or rewritten with -Dregenerate=true. */
public final class PrintedPage {

    private PrintedPage() {}

    /** Compares a whole page, named from the repository's root. */
    public static void assertPrinted(String name, String printed) throws IOException {
        Path page = Path.of(System.getProperty("journey.root"), name);
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, printed);
        }
        assertThat(page)
                .as("%s must be what the code prints; -Dregenerate=true rewrites it", name)
                .exists()
                .content()
                .isEqualToNormalizingNewlines(printed);
    }

    /** Compares what stands between {@code <!-- begin NAME -->} and {@code <!-- end NAME -->} in a written page. */
    public static void assertSection(String name, String section, String printed) throws IOException {
        Path page = Path.of(System.getProperty("journey.root"), name);
        String text = Files.readString(page);
        String begin = "<!-- begin " + section + " -->\n";
        String end = "<!-- end " + section + " -->";
        assertThat(text).as(name).contains(begin, end);
        String whole = text.substring(0, text.indexOf(begin) + begin.length())
                + "\n"
                + printed
                + "\n"
                + text.substring(text.indexOf(end));
        assertPrinted(name, whole);
    }
}
