package io.journey.local.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.topic.JourneyTopic;
import io.journey.local.JourneyProcess;
import io.journey.local.Ran;
import io.journey.local.TestHouse;
import io.journey.local.house.Cluster;
import io.journey.local.house.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The simulated shop as a producer of somebody's cluster. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SendingTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PARTITIONS = 2;

    private Path folder = Path.of("");
    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        folder = directory;
        house = TestHouse.open(directory);
        Topics.provide(house.cluster(), "sent", Optional.of(PARTITIONS));
        Topics.provide(house.cluster(), "live", Optional.of(PARTITIONS));
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void whatIsPrintedOtherwiseIsSent() throws Exception {
        long printed = Ran.command("simulate", "--events", "300").out().lines().count();

        Ran ran = Ran.command(arguments("sent", "--events", "300"));

        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).isEqualToIgnoringNewLines(printed + " events sent to topic sent.touchpoints.v1");
        assertThat(records("sent")).isEqualTo(printed);
    }

    @Test
    void aShopThatIsKeptOpenSendsUntilItIsEndedAndGoesOnWithItsDiary() throws Exception {
        String diary = folder.resolve("shop.properties").toString();
        try (JourneyProcess shop =
                JourneyProcess.start(folder, arguments("live", "--live", "--rate", "200", "--diary", diary))) {
            shop.await(PATIENCE, running -> isLive(diary));
            shop.terminate();
            assertThat(shop.exitCode(PATIENCE)).isZero();
            assertThat(shop.complaints()).isEmpty();
        }
        long before = records("live");
        assertThat(before).isGreaterThan(15_000);

        try (JourneyProcess shop =
                JourneyProcess.start(folder, arguments("live", "--live", "--rate", "200", "--diary", diary))) {
            shop.await(PATIENCE, running -> records("live") > before);
            // The history is not sent again.
            assertThat(records("live")).isLessThan(before + 15_000);
        }
    }

    @Test
    void aTopicThatIsNotThereIsToldAtOnce() {
        Ran ran = Ran.command(arguments("nowhere", "--events", "1"));

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err())
                .startsWith("journey: topic nowhere.touchpoints.v1 does not exist at ")
                .contains("journey topics apply");
    }

    private static boolean isLive(String diary) {
        return Files.exists(Path.of(diary))
                && ShopDiary.read(Path.of(diary))
                        .filter(page -> page.runs() > 0)
                        .isPresent();
    }

    private String[] arguments(String prefix, String... more) {
        Cluster cluster = house.cluster();
        List<String> all = new ArrayList<>(List.of("simulate", "--bootstrap-servers", cluster.bootstrapServers()));
        all.addAll(List.of("--registry", cluster.registry().toString(), "--topic-prefix", prefix));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private long records(String prefix) {
        Map<TopicPartition, OffsetSpec> ends = Map.of(
                new TopicPartition(JourneyTopic.TOUCHPOINTS.named(prefix), 0), OffsetSpec.latest(),
                new TopicPartition(JourneyTopic.TOUCHPOINTS.named(prefix), 1), OffsetSpec.latest());
        try (Admin admin = house.cluster().brokers().admin()) {
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(ListOffsetsResultInfo::offset)
                    .sum();
        } catch (Exception unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
