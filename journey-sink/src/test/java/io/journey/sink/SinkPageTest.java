package io.journey.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SinkPageTest {

    @Test
    void settingsAndMetersInThePageAreThoseOfTheCode() throws IOException {
        Path page = Path.of(System.getProperty("journey.root"), "docs", "sink.md");
        String rendered = SinkPage.render(Files.readString(page));
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, rendered);
        }

        assertThat(page).hasContent(rendered);
    }
}
