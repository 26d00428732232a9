package io.journey.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {

    private static final Path ROOT = Path.of(System.getProperty("journey.root"));
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)(#[^)]*)?\\)");

    @Test
    void everyLinkInsideTheProjectLeadsSomewhere() throws IOException {
        List<String> dead = pages().stream()
                .flatMap(page -> LINK.matcher(text(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(target -> !target.contains("://"))
                        .filter(target -> !Files.exists(page.resolveSibling(target)))
                        .map(target -> ROOT.relativize(page) + " -> " + target))
                .toList();
        assertThat(dead).isEmpty();
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        Path docs = ROOT.resolve("docs");
        String index = text(docs.resolve("README.md"));
        try (Stream<Path> found = Files.list(docs)) {
            assertThat(found.filter(page -> page.toString().endsWith(".md"))
                            .map(page -> page.getFileName().toString())
                            .filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
        }
    }

    @Test
    void theReadmesDefinitionIsCorrect() {
        String definition = block("```yaml\n", "```");
        assertThat(DefinitionFile.read("README.md", definition)).isInstanceOf(DefinitionFile.Valid.class);
    }

    @Test
    void theReadmesEventIsAnEvent() {
        String event = "{\"eventId\"" + block("    {\"eventId\"", "\n\n").replace("\n", "");
        assertThat(TouchpointJson.parse(event)).isInstanceOf(ParsedTouchpoint.Event.class);
    }

    @Test
    void theReadmeStaysShort() {
        assertThat(text(ROOT.resolve("README.md")).lines()).hasSizeLessThanOrEqualTo(150);
    }

    private static String block(String begin, String end) {
        String readme = text(ROOT.resolve("README.md"));
        int from = readme.indexOf(begin) + begin.length();
        return readme.substring(from, readme.indexOf(end, from));
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(ROOT);
                Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(top, docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
