package io.journey.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.support.Apicurio;
import io.journey.local.Ran;
import io.journey.local.SimulatedFile;
import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole pipeline with Apicurio's registry in the place of our own: every row is the same. */
class ForeignRegistryTest {

    private static final int EVENTS = 2_000;

    @Test
    void apicurioServesThePipelineAsOurOwnRegistryDoes(@TempDir Path folder) throws Exception {
        SimulatedFile simulated = SimulatedFile.in(folder, EVENTS);
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");

        replay(simulated, ours);
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
                Apicurio apicurio = Apicurio.start()) {
            Path clients = Files.writeString(folder.resolve("clients.properties"), "auto.register.schemas=true\n");
            replay(
                    simulated,
                    theirs,
                    "--bootstrap-servers",
                    broker.bootstrapServers(),
                    "--registry",
                    apicurio.ccompat(),
                    "--client-config",
                    clients.toString());
        }

        Map<String, List<String>> rows = rows(ours);
        assertThat(rows.get("transitions.jsonl")).isNotEmpty();
        assertThat(rows(theirs)).isEqualTo(rows);
    }

    private static void replay(SimulatedFile simulated, Path export, String... more) {
        Ran ran = Ran.command(Stream.of(
                        Stream.of(
                                "replay",
                                "--definition",
                                simulated.definition().toString(),
                                "--export",
                                export.toString(),
                                "--partitions",
                                "2"),
                        Arrays.stream(more),
                        Stream.of(simulated.events().toString()))
                .flatMap(part -> part)
                .toArray(String[]::new));
        assertThat(ran.exitCode()).as(ran.err()).isZero();
    }

    private static Map<String, List<String>> rows(Path export) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Stream<Path> files = Files.list(export)) {
            for (Path file : files.toList()) {
                rows.put(
                        file.getFileName().toString(),
                        Files.readAllLines(file).stream().sorted().toList());
            }
        }
        return rows;
    }
}
