package io.journey.local.registry.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistrySettings;
import io.journey.local.FreePorts;
import io.journey.local.JourneyProcess;
import io.journey.local.Ran;
import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry as a process beside a broker, as docker compose has it. */
class RegistryCommandTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Schema SCHEMA =
            SchemaBuilder.record("Visit").fields().requiredString("page").endRecord();

    @TempDir
    Path folder = Path.of("");

    @Test
    void waitsForBrokersEndsInOrderAndKeepsItsSchemas() throws Exception {
        int port = FreePorts.next();
        String brokers = "127.0.0.1:" + port;
        int id;
        try (JourneyProcess registry = start(brokers)) {
            registry.await(
                    PATIENCE, running -> running.err().contains("journey: waiting for the brokers at " + brokers));

            try (EmbeddedBroker broker = EmbeddedBroker.start(
                    BrokerSettings.in(folder.resolve("broker")).onPort(port))) {
                id = client(registry).register("visits-value", SCHEMA);
                registry.terminate();
                assertThat(registry.exitCode(PATIENCE)).isZero();
                assertThat(registry.complaints()).allMatch(line -> line.contains("waiting for the brokers"));

                try (JourneyProcess again = start(broker.bootstrapServers())) {
                    assertThat(client(again).idOf("visits-value", SCHEMA)).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void brokersWithoutAUsableNameAreToldAndNotWaitedFor() {
        Ran ran = Ran.command("registry", "--bootstrap-servers", "nonsense", "--port", "0");

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err().lines())
                .singleElement()
                .asString()
                .startsWith("journey: brokers nonsense: ")
                .endsWith("; correct --bootstrap-servers or --client-config");
    }

    private JourneyProcess start(String brokers) throws IOException {
        return JourneyProcess.start(folder, "registry", "--bootstrap-servers", brokers, "--port", "0");
    }

    private static RegistryClient client(JourneyProcess registry) throws InterruptedException {
        registry.await(PATIENCE, running -> running.out().contains("Ctrl-C ends it."));
        String url = registry.out()
                .lines()
                .filter(line -> line.startsWith("registry"))
                .findFirst()
                .orElseThrow()
                .split("\\s+", -1)[1];
        return new RegistryClient(RegistrySettings.of(Map.of("schema.registry.url", url)));
    }
}
