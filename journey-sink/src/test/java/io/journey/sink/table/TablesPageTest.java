package io.journey.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesPageTest {

    @Test
    void thePageIsTheOnePrintedFromTheSchemas() throws IOException {
        Path page = Path.of(System.getProperty("journey.root"), "docs", "tables.md");
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(page, TablesPage.render());
        }

        assertThat(page).hasContent(TablesPage.render());
    }
}
