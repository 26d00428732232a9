package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.core.identity.RandomLadder;
import io.journey.events.registry.RegistryConfig;
import io.journey.local.ChildProcess;
import io.journey.local.FreePorts;
import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import io.journey.local.house.Cluster;
import io.journey.local.house.House;
import io.journey.local.house.Topics;
import io.journey.local.identity.InstanceMain;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that is started before what it needs waits for it, says for what, and then does all of its work. */
class LateStartTest {

    private static final String PREFIX = "late";
    private static final long SEED = 3;
    private static final int SIZE = 200;
    private static final int PEOPLE = 12;
    private static final RandomLadder LADDER = RandomLadder.large(SEED, SIZE, PEOPLE);

    @TempDir
    Path folder = Path.of("");

    private int brokerPort;
    private int registryPort;

    /** Provides the topics; nothing runs afterwards. */
    @BeforeEach
    void provide() throws Exception {
        List<Integer> ports = FreePorts.next(2);
        brokerPort = ports.get(0);
        registryPort = ports.get(1);
        try (House house = house()) {
            Topics.provide(house.cluster(), PREFIX, Optional.of(2));
        }
    }

    @Test
    void itWaitsForBrokersAndRegistry() throws Exception {
        try (ChildProcess instance = start()) {
            awaitWaiting(instance, "127.0.0.1:" + brokerPort);
            try (House house = house()) {
                assertThatItWorks(instance, house.cluster());
            }
        }
    }

    @Test
    void itWaitsForTheRegistryAlone() throws Exception {
        try (EmbeddedBroker broker = broker();
                ChildProcess instance = start()) {
            awaitWaiting(instance, "schema registry: cannot");
            RegistrySettings settings =
                    RegistrySettings.on(broker.bootstrapServers()).onPort(registryPort);
            try (EmbeddedRegistry registry = EmbeddedRegistry.start(settings)) {
                assertThat(registry.uri()).isEqualTo(cluster().registry());
                assertThatItWorks(instance, cluster());
            }
        }
    }

    @Test
    void itGivesUpWhenTheTimeThatIsSetIsOver() throws Exception {
        try (EmbeddedBroker broker = broker();
                ChildProcess instance = start("journey.start.timeout=PT1S")) {
            Patience.until("its end", () -> !instance.isAlive());

            assertThat(broker.bootstrapServers()).endsWith(":" + brokerPort);
            assertThat(instance.said())
                    .contains("Exception in thread \"main\"")
                    .contains("check that the registry runs and schema.registry.url is right");
        }
    }

    @Test
    void closingItEndsTheWait() throws Exception {
        JourneyApplication application = RandomCase.application(
                cluster().clients(), PREFIX, folder.resolve("state"), LADDER.definition(), Map.of());
        CompletableFuture<Void> start = CompletableFuture.runAsync(application::start);
        Patience.until("the first failure", () -> application.waitingFor().isPresent());
        assertThat(application.state()).isEqualTo(JourneyApplication.State.STARTING);
        assertThat(application.waitingFor().orElseThrow()).contains("127.0.0.1:" + brokerPort);

        application.close();

        assertThatThrownBy(start::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(CancellationException.class);
        assertThat(application.state()).isEqualTo(JourneyApplication.State.STOPPED);
        assertThat(application.waitingFor()).isEmpty();
    }

    private House house() {
        return House.open(folder.resolve("house"), brokerPort, registryPort);
    }

    private EmbeddedBroker broker() {
        return EmbeddedBroker.start(new BrokerSettings(folder.resolve("house").resolve("broker"), brokerPort));
    }

    private Cluster cluster() {
        return new Cluster(
                "127.0.0.1:" + brokerPort,
                URI.create("http://127.0.0.1:" + registryPort),
                Map.of(RegistryConfig.AUTO_REGISTER, "true"));
    }

    private ChildProcess start(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                PREFIX,
                folder.resolve("state").toString(),
                String.valueOf(SEED),
                String.valueOf(SIZE),
                String.valueOf(PEOPLE),
                // Fewer attempts of the registry's client within each of the start.
                RegistryConfig.MAX_RETRIES + "=1"));
        cluster().clients().forEach((setting, value) -> arguments.add(setting + "=" + value));
        arguments.addAll(List.of(more));
        return ChildProcess.start(InstanceMain.class, folder.resolve("instance.txt"), arguments);
    }

    /** Until it has not been put off by the second failure either. */
    private static void awaitWaiting(ChildProcess instance, String what) throws InterruptedException {
        Patience.until("two attempts that failed", () -> {
            assertThat(instance.isAlive()).as(instance::said).isTrue();
            return instance.said()
                    .lines()
                    .anyMatch(line ->
                            line.contains("The start waits: ") && line.contains(what) && line.contains("(attempt 2;"));
        });
        assertThat(instance.hasSaid(InstanceMain.RUNNING)).isFalse();
    }

    private void assertThatItWorks(ChildProcess instance, Cluster cluster) throws Exception {
        Patience.until("work", () -> {
            assertThat(instance.isAlive()).as(instance::said).isTrue();
            return instance.hasSaid(InstanceMain.RUNNING);
        });
        try (RandomCase given = RandomCase.on(cluster, PREFIX, 2, LADDER, SEED);
                JourneyApplication reader = given.application(folder.resolve("reader"), Map.of())) {
            given.finish(reader, Patience.LONGEST, () -> {});

            assertThat(given.published(reader)).containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
        }
    }
}
