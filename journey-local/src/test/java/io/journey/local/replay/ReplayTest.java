package io.journey.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.journey.local.Ran;
import io.journey.local.SimulatedFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One replay of simulated events in two files with garbage between them, looked at from several sides. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {

    private static final int EVENTS = 3_000;

    private Path export = Path.of("");
    private JsonNode truth = NullNode.getInstance();
    private long lines;
    private long lastLine;
    private Ran ran = new Ran(-1, "", "");

    @BeforeAll
    void replay(@TempDir Path given) throws IOException {
        export = given.resolve("with space").resolve("export");
        SimulatedFile simulated = SimulatedFile.in(given, EVENTS);
        truth = simulated.truth();
        List<String> events = Files.readAllLines(simulated.events());
        lines = events.size() + 3L;
        int half = events.size() / 2;
        lastLine = events.size() - half + 3L;
        Path first = Files.write(given.resolve("first.jsonl"), events.subList(0, half));
        Path second = Files.writeString(
                given.resolve("second.jsonl"),
                "garbage\n\n" + String.join("\n", events.subList(half, events.size())) + "\n{\"eventId\":\"x\"}");

        ran = Ran.command(
                "replay",
                "--definition",
                simulated.definition().toString(),
                "--export",
                export.toString(),
                "--partitions",
                "2",
                first.toString(),
                second.toString());
    }

    @Test
    void itEndsWellAndTheBalanceCloses() {
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(ran.err())
                .contains(String.format("2 files, %,d lines = %,d events sent + 3 lines rejected", lines, lines - 3))
                .contains(String.format(
                        "%,d read = %,d in journeys + %,d duplicate + 0 rejected",
                        lines - 3, EVENTS, lines - 3 - EVENTS));
    }

    @Test
    void everyLineThatIsNoEventIsToldWithItsPlaceAndReason() {
        assertThat(ran.err().lines())
                .anyMatch(line -> line.startsWith("second.jsonl:1: NOT_JSON: "))
                .anyMatch(line -> line.startsWith("second.jsonl:2: EMPTY: "))
                .anyMatch(line -> line.startsWith("second.jsonl:" + lastLine + ": MISSING_FIELD: "));
    }

    @Test
    void everyLineThatIsNoEventIsInTheRejectedTopic() throws IOException {
        assertThat(SimulatedFile.rows(export.resolve("rejected.jsonl")))
                .hasSize(3)
                .allSatisfy(row -> {
                    assertThat(row.get("topic").asText()).isEqualTo("second.jsonl");
                    assertThat(row.get("partition").asInt()).isEqualTo(-1);
                })
                .extracting(row -> row.get("reason").asText())
                .containsExactlyInAnyOrder("NOT_JSON", "EMPTY", "MISSING_FIELD");
    }

    @Test
    void theTransitionsAreWhatHappenedInTheShop() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        truth.get("transitions")
                .forEach(move -> expected.put(move(move), move.get("count").asLong()));
        Map<String, Long> found = new TreeMap<>();
        SimulatedFile.rows(export.resolve("transitions.jsonl")).forEach(row -> found.merge(move(row), 1L, Long::sum));

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void theFunnelIsWhatHappenedInTheShop() throws IOException {
        Map<String, Long> expected = new TreeMap<>();
        truth.get("reached")
                .forEach(row -> expected.put(
                        row.get("persona").asText() + " " + row.get("stage").asText(),
                        row.get("journeys").asLong()));
        Map<String, Long> found = new TreeMap<>();
        BigDecimal value = BigDecimal.ZERO;
        long journeys = 0;
        for (JsonNode row : SimulatedFile.rows(export.resolve("funnel.jsonl"))) {
            if (!row.get("window").asText().equals("month")) {
                continue;
            }
            JsonNode segment = row.get("segment");
            if (segment.isEmpty()) {
                value = value.add(new BigDecimal(row.get("value").asText()));
                journeys += row.get("journeys").asLong();
            } else if (segment.size() == 1 && segment.has("persona")) {
                String persona = segment.get("persona").asText();
                row.fieldNames().forEachRemaining(name -> {
                    if (name.startsWith("reached_") && row.get(name).asLong() > 0) {
                        found.merge(
                                persona + " " + name.substring(8), row.get(name).asLong(), Long::sum);
                    }
                });
            }
        }

        assertThat(found).isEqualTo(expected);
        assertThat(value).isEqualByComparingTo(truth.get("value").asText());
        assertThat(journeys).isEqualTo(truth.get("journeys").asLong());
    }

    @Test
    void nothingUnfinishedIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(export)) {
            assertThat(files).hasSize(8).allMatch(file -> file.toString().endsWith(".jsonl"));
        }
    }

    private static String move(JsonNode row) {
        return String.join(
                " ",
                row.get("persona").asText(),
                row.get("kind").asText(),
                row.get("from").asText("none"),
                row.get("to").asText("none"));
    }
}
