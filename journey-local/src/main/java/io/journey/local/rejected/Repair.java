package io.journey.local.rejected;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A command of the user's that repairs one record at a time: one line of JSON in, one line of JSON or nothing out. */
final class Repair {

    private static final JsonMapper JSON = new JsonMapper();

    private final String command;
    private final EventIn event;

    Repair(String command, EventIn event) {
        this.command = command;
        this.event = event;
    }

    /**
     * The line that the command printed; empty when it printed none, which says to leave the record out.
     *
     * @throws CommandFailure when the command cannot be run or does not end with 0
     */
    Optional<byte[]> repaired(RejectedRow row) throws InterruptedException {
        try {
            Path line = Files.createTempFile("journey-repair-", ".json");
            try {
                Files.writeString(line, question(row) + "\n");
                return run(row, line);
            } finally {
                Files.deleteIfExists(line);
            }
        } catch (IOException failure) {
            throw new CommandFailure("--repair " + command + " cannot be run: " + FileReason.of(failure), failure);
        }
    }

    private Optional<byte[]> run(RejectedRow row, Path line) throws IOException, InterruptedException {
        // What is read from a file cannot block a command that writes before it reads.
        Process process = new ProcessBuilder("sh", "-c", command)
                .redirectInput(line.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] printed = process.getInputStream().readAllBytes();
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new CommandFailure("--repair " + command + " ended with " + exitCode + " for " + row.id()
                    + ": nothing more was sent; what was sent before will not be sent again");
        }
        String text = new String(printed, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode question(RejectedRow row) {
        ObjectNode question = JSON.createObjectNode()
                .put("id", row.id().toString())
                .put("journey", row.key().getJourney())
                .put("reason", row.value().getReason())
                .put("detail", row.value().getDetail())
                .put("source", row.value().getSource())
                .put("arrivedAt", row.value().getRecordTimestamp().toString());
        question.put("key", base64(row.originalKey())).put("value", base64(row.originalValue()));
        Optional<JsonNode> found =
                row.originalValue().flatMap(bytes -> event.bytes(row.key().getTopic(), bytes));
        return question.set("event", found.orElse(JSON.nullNode()));
    }

    private static @Nullable String base64(Optional<byte[]> bytes) {
        return bytes.map(Base64.getEncoder()::encodeToString).orElse(null);
    }
}
