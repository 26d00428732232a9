package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/definition.md shows is what the reader does. */
class DefinitionPageTest {

    private static final Pattern BLOCK = Pattern.compile("```(yaml|text)\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExamplesAreCorrect() throws IOException {
        assertThat(blocks().subList(0, 2))
                .allSatisfy(example ->
                        assertThat(Definitions.definition(example).journey()).isEqualTo("shop"));
    }

    @Test
    void theFaultyExampleHasTheFaultsThatAreShown() throws IOException {
        assertThat(Definitions.faults(blocks().get(2)))
                .isEqualTo(blocks().get(3).lines().toList());
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        String keys = Definitions.CORRECT
                .lines()
                .flatMap(line ->
                        Pattern.compile("([a-zA-Z]+):").matcher(line).results().map(key -> key.group(1)))
                .filter(key -> !key.matches("customer|sku|kind|score|age|plan"))
                .distinct()
                .collect(Collectors.joining("\n"));

        assertThat(keys.lines())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(page()).containsPattern("[`{]" + key + "[`:]"));
    }

    private static List<String> blocks() throws IOException {
        List<String> blocks =
                BLOCK.matcher(page()).results().map(block -> block.group(2)).toList();
        assertThat(blocks).hasSize(4);
        return blocks;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("journey.root"), "docs", "definition.md"));
    }
}
