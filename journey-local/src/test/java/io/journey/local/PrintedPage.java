package io.journey.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under docs/ that a program prints: compared with what it prints now, or written anew when asked. */
public record PrintedPage(Path file) {

    public static PrintedPage named(String name) {
        return new PrintedPage(Path.of(System.getProperty("journey.root", ".."), "docs", name));
    }

    public void mustBe(String printed) throws IOException {
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, printed);
        }
        assertThat(file)
                .as("printed page; run the test with -Dregenerate=true to write it anew")
                .content()
                .isEqualTo(printed);
    }
}
