package io.journey.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.definition.Definition;
import io.journey.core.identity.RandomLadder;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.house.House;
import io.journey.local.identity.RandomCase;
import io.journey.streams.JourneyApplication;
import io.journey.streams.clients.StreamsClients;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.topology.JourneyTopology;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tasks of a thread share a transaction. When it is aborted because of one of them, nothing that the others did in it
 * may be taken for done.
 */
class AbortedTransactionTest {

    private static final int PARTITIONS = 3;
    private static final long SEED = 21;
    private static final String PREFIX = "aborted";

    @Test
    void whatWasAbortedWithAnotherTaskIsDoneAgain(@TempDir Path directory) throws Exception {
        RandomLadder ladder = RandomLadder.large(SEED, 1_000, 40);
        try (House house = House.open(directory.resolve("house"), 0, 0);
                RandomCase given = RandomCase.on(house.cluster(), PREFIX, PARTITIONS, ladder, SEED);
                JourneyApplication reader = given.application(directory.resolve("reader"), Map.of())) {
            StreamsSettings settings = settings(house, directory.resolve("state"));
            createLadderTopic(settings, given.definition());
            String input = settings.topics().name(JourneyTopic.TOUCHPOINTS);
            StreamsClients clients = new StreamsClients();
            ClockSource clock =
                    new ClockSource(settings.watermarkPolicy(), input, PARTITIONS, clients, settings.tick());
            Topology topology = new JourneyTopology(
                            given.definition(), settings, clock, new JourneyMeters(new SimpleMeterRegistry()))
                    .build();
            UnluckyClients unlucky = new UnluckyClients(clients, new TaskId(1, 1), new TopicPartition(input, 1), 4);
            try (KafkaStreams streams = new KafkaStreams(topology, settings.streams(given.definition()), unlucky)) {
                streams.start();
                given.finish(reader);
            }

            assertThat(unlucky.aborts()).as("aborted transactions").isPositive();
            assertThat(given.published(reader)).containsExactlyInAnyOrderEntriesOf(given.batchAnswer());
        }
    }

    private static StreamsSettings settings(House house, Path state) {
        Map<String, String> settings = new HashMap<>(house.cluster().clients());
        settings.put("state.dir", state.toString());
        settings.put(StreamsSettings.APPLICATION_PREFIX, PREFIX);
        settings.put(StreamsSettings.TOPIC_PREFIX, PREFIX);
        settings.put(StreamsSettings.CLOCK, "replay");
        return new StreamsSettings(settings);
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
