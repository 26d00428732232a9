package io.journey.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.core.identity.RandomLadder;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.TestHouse;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.streams.JourneyApplication;
import io.journey.streams.clients.StreamsClients;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.topology.JourneyTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tasks of a thread share a transaction. When it is aborted because of one of them, nothing that the others did in it
 * may be taken for done.
 */
class AbortedTransactionTest {

    private static final int PARTITIONS = 6;
    private static final long SEED = 21;
    private static final String PREFIX = "aborted";
    private static final int AT_A_TIME = 3;

    @Test
    void whatWasAbortedWithAnotherTaskIsDoneAgain(@TempDir Path directory) throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, 2_000, 40);
        try (TestHouse house = TestHouse.open(directory.resolve("house"));
                RandomCase given = RandomCase.on(house.cluster(), PREFIX, PARTITIONS, ladder, SEED);
                JourneyApplication reader = given.application(directory.resolve("reader"), Map.of())) {
            StreamsSettings settings = given.settings(directory.resolve("state"));
            createLadderTopic(settings, given.definition());
            String input = settings.topics().name(JourneyTopic.TOUCHPOINTS);
            Misfortune misfortune = new Misfortune(input);
            StreamsClients clients = new StreamsClients();
            WatchedClients watched = new WatchedClients(clients, misfortune::poll);
            StreamsClients others = new StreamsClients();
            try (KafkaStreams unlucky = streams(given.definition(), settings, "unlucky", clients, watched);
                    KafkaStreams slow = streams(
                            given.definition(),
                            settings,
                            "slow",
                            others,
                            new WatchedClients(others, misfortune::slow));
                    misfortune) {
                unlucky.start();
                slow.start();
                Patience.until("two members", () -> isRunning(unlucky) && isRunning(slow));
                Patience.until("a misfortune", () -> {
                    given.send(AT_A_TIME);
                    return misfortune.isOver();
                });
                given.finish(reader);
            }

            assertThat(watched.aborts()).as("aborted transactions").isPositive();
            assertThat(given.published(reader)).containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
        }
    }

    /**
     * @param clients that know how far the input is read
     * @param supplier of the clients that are used
     */
    private static KafkaStreams streams(
            Definition definition,
            StreamsSettings settings,
            String name,
            StreamsClients clients,
            KafkaClientSupplier supplier) {
        ClockSource clock = new ClockSource(
                settings.watermarkPolicy(),
                settings.topics().name(JourneyTopic.TOUCHPOINTS),
                PARTITIONS,
                clients,
                settings.tick());
        Properties properties = settings.streams(definition);
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                settings.stateDirectory().resolve(name).toString());
        JourneyMeters meters = new JourneyMeters(new SimpleMeterRegistry());
        return new KafkaStreams(new JourneyTopology(definition, settings, clock, meters).build(), properties, supplier);
    }

    private static boolean isRunning(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    private static void createLadderTopic(StreamsSettings settings, Definition definition)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings.clients())) {
            admin.createTopics(List.of(new NewTopic(settings.ladderTopic(definition), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }
}
