package io.journey.local.upgrade;

import static java.util.stream.Collectors.toMap;

import io.journey.core.definition.Definition;
import io.journey.core.identity.EventLines;
import io.journey.core.identity.RandomLadder;
import io.journey.local.house.House;
import io.journey.local.identity.Patience;
import io.journey.local.identity.RandomCase;
import io.journey.streams.JourneyApplication;
import io.journey.streams.replay.ReplayClosing;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** Makes a {@link Recording} of today's application: stopped with messages and differences under way, and more to read. */
final class Recorder {

    private static final int PARTITIONS = 2;
    private static final long SEED = 4;
    private static final int SIZE = 400;
    private static final int PEOPLE = 3;

    /** Commits only when it is stopped, so that all it sends then lies unread in the internal topics. */
    private static final Map<String, String> SELDOM_COMMITTING = Map.of(
            "commit.interval.ms", "600000",
            "producer.transaction.timeout.ms", "700000",
            "producer.max.block.ms", "800000");

    private final Path scratch;
    private final Definition definition;

    /**
     * @param scratch for what need not be kept
     */
    Recorder(Path scratch, Definition definition) {
        this.scratch = scratch;
        this.definition = definition;
    }

    /**
     * Writes a folder named by the layout of the bytes that it holds.
     *
     * @param release follows in the name; empty for none
     */
    void record(String release) throws Exception {
        RandomLadder ladder = RandomLadder.of(definition, SEED, SIZE, PEOPLE);
        try (House house = House.open(scratch.resolve("house"), 0, 0);
                RandomCase given = RandomCase.on(house.cluster(), Recording.PREFIX, PARTITIONS, ladder, SEED)) {
            stopHalfway(given, house.cluster().bootstrapServers());
            ClusterDump cluster = new DumpedCluster(house.cluster().bootstrapServers()).take();
            List<String> lines = EventLines.of(ladder, SEED);
            List<String> later = lines.subList(lines.size() - given.unsent(), lines.size());
            Recording.named(cluster.layout(), release).write(cluster, later, given.batchAnswer());
        }
    }

    private void stopHalfway(RandomCase given, String bootstrapServers) throws InterruptedException {
        int all = given.unsent();
        try (JourneyApplication application = given.application(scratch.resolve("first"), Map.of())) {
            application.start();
            given.send(all / 2);
            try (ReplayClosing progress = application.closing(definition, null)) {
                Patience.until("the first half", () -> progress.behind() == 0);
            }
        }
        try (JourneyApplication application = given.application(scratch.resolve("second"), SELDOM_COMMITTING)) {
            application.start();
            Patience.until("a running application", () -> application.state() == JourneyApplication.State.RUNNING);
            long before = messages(bootstrapServers);
            given.send(all / 5);
            Patience.until("messages under way", () -> messages(bootstrapServers) > before + 10);
        }
        given.send(all / 20);
        given.flush();
    }

    /** Messages between identities, also those that are not committed yet. */
    private long messages(String bootstrapServers) {
        String topic = "%s-%s-v%d-ladder".formatted(Recording.PREFIX, definition.journey(), definition.version());
        Map<TopicPartition, OffsetSpec> ends = Stream.iterate(0, each -> each + 1)
                .limit(PARTITIONS)
                .collect(toMap(each -> new TopicPartition(topic, each), each -> OffsetSpec.latest()));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the ends of " + topic, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
