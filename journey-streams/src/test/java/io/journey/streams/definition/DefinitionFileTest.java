package io.journey.streams.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Condition;
import io.journey.core.definition.Condition.EqualsNumber;
import io.journey.core.definition.Condition.EqualsText;
import io.journey.core.definition.Field;
import io.journey.core.definition.Segment;
import io.journey.core.definition.WindowKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionFileTest {

    private static final String SHORTEST = """
            journey: shop
            version: 1
            timeZone: UTC
            identity: {ladder: [customer]}
            stages: [{id: visit}, {id: order}]
            initialStage: visit
            conversion: {stage: order, window: P30D}
            rules: [{stage: order, when: {touchpoint: ordered}}]
            """;

    @Test
    void whatIsLeftOutHasItsDefault() {
        var shortest = Definitions.definition(SHORTEST);

        assertThat(shortest.identity().ignore()).isEmpty();
        assertThat(shortest.identity().lookback()).isEqualTo(Duration.ofDays(30));
        assertThat(shortest.stages()).allSatisfy(stage -> {
            assertThat(stage.exit()).isFalse();
            assertThat(stage.lapseAfter()).isNull();
            assertThat(stage.stickyAgainst()).isEmpty();
            assertThat(stage.targetDwell()).isNull();
        });
        assertThat(shortest.restarts()).isEmpty();
        assertThat(shortest.rules().get(0).count()).isNull();
        assertThat(shortest.profileAttributes()).isEmpty();
        assertThat(shortest.personas()).isEmpty();
        assertThat(shortest.segments()).containsExactly(new Segment(List.of()));
        assertThat(shortest.windows()).containsExactly(WindowKind.DAY);
    }

    @Test
    void ignoredValuesAreTextAsWritten() {
        String ignoring = SHORTEST.replace("[customer]", "[customer], ignore: {customer: [unknown, 0, 007, '']}");

        assertThat(Definitions.faults(ignoring)).singleElement().asString().contains("found an empty text");
        assertThat(Definitions.definition(ignoring.replace(", ''", ""))
                        .identity()
                        .ignore())
                .isEqualTo(Map.of("customer", Set.of("unknown", "0", "007")));
    }

    @ParameterizedTest
    @CsvSource({"8", "8.0", "+8", "0o10", "0x8", "8e0", "!!int '8'", ".8e1"})
    void aNumberInAnyNotationComparesAsANumber(String written) {
        Condition when = condition(written);

        assertThat(when)
                .isInstanceOfSatisfying(
                        EqualsNumber.class,
                        equal -> assertThat(equal.number()).isEqualByComparingTo(new BigDecimal("8")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'8'", "\"8\"", "!!str 8"})
    void aNumberInQuotesComparesAsText(String written) {
        assertThat(condition(written)).isEqualTo(new EqualsText(new Field(Field.Kind.CHANNEL, ""), "8"));
    }

    /** Words that YAML 1.1 took for truth values, dates or numbers. */
    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "on", "off", "2020-01-01", "1_000", "12:30:45", "65+", "55-64", "<<"})
    void whatYaml12CallsTextIsText(String written) {
        assertThat(condition(written)).isEqualTo(new EqualsText(new Field(Field.Kind.CHANNEL, ""), written));
    }

    @Test
    void anAliasStandsForItsAnchor() {
        String aliased = Definitions.CORRECT
                .replace("[visit, basket]", "&early [visit, basket]")
                .replace("from: [order]", "from: [order]\n    # the alias comes below\n")
                .replace("sticky: true", "sticky: &all true")
                .replace("exit: true", "exit: *all");

        assertThat(Definitions.definition(aliased)).isEqualTo(Definitions.definition(Definitions.CORRECT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a: [1 # | 2 | no YAML: while parsing a flow sequence: expected ',' or ']'",
                "a: 'open | 2 | no YAML: while scanning a quoted scalar: found unexpected end of stream",
                "a: *nowhere | 1 | no YAML: found undefined alias nowhere",
                "a: 1\\n---\\nb: 2 | 2 | no YAML: expected a single document in the stream",
                "a: 1\\n\\tb: 2 | 2 | no YAML: while scanning for the next token: found character '\\u005ct(TAB)'",
                "a: 1\\nb: \\u0001 | 2 | no YAML: found a character that YAML does not allow",
                "'' | 1 | found an empty file, expected a definition",
                "# nothing else | 1 | found an empty file, expected a definition"
            })
    void whatIsNoYamlIsAFaultWithItsLine(String text, int line, String message) {
        String unescaped = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001");

        assertThat(Definitions.faults(unescaped + "\n"))
                .singleElement()
                .asString()
                .startsWith("shop.yaml:" + line + ": " + message.replace("\\u005c", "\\"));
    }

    @Test
    void nestingIsBounded() {
        assertThat(Definitions.faults("a: 1\nb: " + "[".repeat(100_000)))
                .containsExactly("shop.yaml:2: found more than 50 levels of nesting, expected at most that many");
        assertThat(Definitions.faults("- ".repeat(10_000)))
                .containsExactly("shop.yaml:1: found more than 50 levels of nesting, expected at most that many");
    }

    @Test
    void aliasesAreBounded() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String alias = "*a" + (level - 1);
            laughs.append(
                    "a%d: &a%d [%s]%n".formatted(level, level, String.join(", ", List.of(alias, alias, alias, alias))));
        }

        assertThat(Definitions.faults(laughs.toString()))
                .containsExactly(
                        "shop.yaml:1: found more than 100000 values with aliases written out, expected at most that"
                                + " many");
    }

    @Test
    void anAliasInsideItsOwnAnchorEnds() {
        assertThat(Definitions.faults(Definitions.spoilt(16, "    sticky: &self [*self]")))
                .containsExactly("shop.yaml:16: stages[1].sticky[0]: found a list, expected text that names a stage");
    }

    @Test
    void aFileIsUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("shop.yaml");
        Files.write(file, SHORTEST.replace("ordered", "bestätigt").getBytes(StandardCharsets.UTF_8));
        assertThat(DefinitionFile.read(file)).isInstanceOf(DefinitionFile.Valid.class);

        Files.write(file, SHORTEST.replace("ordered", "bestätigt").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(lines(file)).containsExactly(file + ":8: found a byte that is no UTF-8, expected UTF-8");

        Files.write(file, "a: 1\nb: \"\u20ac".getBytes(StandardCharsets.UTF_8));
        byte[] cut = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(cut, cut.length - 1));
        assertThat(lines(file)).containsExactly(file + ":2: found a byte that is no UTF-8, expected UTF-8");
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreFine() {
        assertThat(Definitions.definition("\uFEFF" + SHORTEST.replace("\n", "\r\n")))
                .isEqualTo(Definitions.definition(SHORTEST));
    }

    @Test
    void aFileThatCannotBeReadIsAFault(@TempDir Path folder) throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThat(lines(missing)).containsExactly(missing + ":1: found no such file, expected a definition");

        assertThat(lines(folder)).containsExactly(folder + ":1: found a folder, expected a definition");

        Path big = folder.resolve("big.yaml");
        Files.writeString(big, "#".repeat(Utf8File.MOST_BYTES + 1));
        assertThat(lines(big)).containsExactly(big + ":1: found more than 1048576 bytes, expected at most that many");
    }

    private static Condition condition(String written) {
        return Definitions.definition(SHORTEST.replace("{touchpoint: ordered}", "\n    {channel: " + written + "}"))
                .rules()
                .get(0)
                .when();
    }

    private static List<String> lines(Path file) {
        return ((DefinitionFile.Invalid) DefinitionFile.read(file)).lines();
    }
}
