package io.journey.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Events of the simulated shop in a file, with what really happened.
 *
 * @param events file of event lines
 * @param definition file of the shop's definition
 * @param truth what happened
 */
public record SimulatedFile(Path events, Path definition, JsonNode truth) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static SimulatedFile in(Path folder, int count) throws IOException {
        Path truth = folder.resolve("truth.json");
        Ran ran = Ran.command(
                "simulate", "--events", String.valueOf(count), "--duplicates", "0.1", "--truth", truth.toString());
        assertThat(ran.exitCode()).as(ran.err()).isZero();
        Path definition = folder.resolve("shop.yaml");
        try (InputStream resource = JourneyCommand.class.getResourceAsStream("/definitions/shop.yaml")) {
            Files.write(definition, Objects.requireNonNull(resource).readAllBytes());
        }
        return new SimulatedFile(
                Files.writeString(folder.resolve("events.jsonl"), ran.out()),
                definition,
                JSON.readTree(truth.toFile()));
    }

    /** Rows of an exported file. */
    public static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }
}
