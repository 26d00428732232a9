package io.journey.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.local.JourneyProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay of real events that is killed again and again and started again on the same data directory, beside one that
 * nobody disturbs.
 */
class ReplayKillTest {

    private static final Path SHARED = Path.of(System.getProperty("journey.root", ".."), "..", "shared");
    private static final int EVENTS = 50_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aReplayThatIsKilledComesToTheSameAnswer() throws Exception {
        Path events = realEvents();
        Path undisturbed = folder.resolve("undisturbed");
        finish(undisturbed, events);

        Path killed = folder.resolve("killed");
        killWhenItHolds(0.3, "touchpoints", killed, undisturbed, events);
        killWhenItHolds(0.5, "transitions", killed, undisturbed, events);
        finish(killed, events);

        for (String name :
                List.of("transitions", "stage-conversions", "stage-outcomes", "funnel", "occupancy", "stage-flows")) {
            Path expected = undisturbed.resolve("export").resolve(name + ".jsonl");
            assertThat(expected).isNotEmptyFile();
            assertThat(killed.resolve("export").resolve(name + ".jsonl")).hasSameTextualContentAs(expected);
        }
    }

    private Path realEvents() throws IOException {
        Path events = folder.resolve("events.jsonl");
        Path source = SHARED.resolve("data").resolve("bpic2012").resolve("touchpoints.jsonl.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(source)), StandardCharsets.UTF_8))) {
            return Files.write(events, lines.lines().limit(EVENTS).toList());
        }
    }

    private void finish(Path directory, Path events) throws Exception {
        try (JourneyProcess replay = start(directory, events)) {
            assertThat(replay.exitCode(PATIENCE)).as(replay.err()).isZero();
        }
    }

    /** How far it is can be seen from outside by how much a topic holds, beside what it holds in the end. */
    private void killWhenItHolds(double share, String topic, Path directory, Path whole, Path events) throws Exception {
        long bytes = (long) (share * bytes(whole, topic));
        try (JourneyProcess replay = start(directory, events)) {
            replay.await(PATIENCE, running -> bytes(directory, topic) > bytes);
            replay.kill();
        }
        assertThat(directory.resolve("export").resolve("funnel.jsonl"))
                .as("it had not finished")
                .doesNotExist();
    }

    private JourneyProcess start(Path directory, Path events) throws IOException {
        return JourneyProcess.start(
                folder,
                "replay",
                "--definition",
                SHARED.resolve("definitions").resolve("loan-application.yaml").toString(),
                "--data-dir",
                directory.toString(),
                "--export",
                directory.resolve("export").toString(),
                "--threads",
                "3",
                events.toString());
    }

    private static long bytes(Path directory, String topic) {
        Path logs = directory.resolve("broker").resolve("logs");
        try (DirectoryStream<Path> partitions = Files.newDirectoryStream(logs, "journey." + topic + ".v1-*")) {
            long bytes = 0;
            for (Path partition : partitions) {
                bytes += partition.resolve("00000000000000000000.log").toFile().length();
            }
            return bytes;
        } catch (NoSuchFileException notYet) {
            return 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
