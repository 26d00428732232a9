package io.journey.sink;

import static io.journey.sink.SinkFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.RandomPublisher;
import io.journey.sink.testing.SinkProcess;
import io.journey.sink.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold whatever is killed and whenever; a class a database extends it. */
abstract class GuaranteeContract {

    private static final int KILLS = 3;

    SinkFixture fixture;

    @BeforeEach
    void prepare(@TempDir Path directory) {
        fixture = new SinkFixture(kind(), directory);
        fixture.createTopics(2);
        fixture.publisher()
                .begin()
                .send(
                        SinkTable.DEFINITIONS,
                        new DefinitionKey(RandomPublisher.JOURNEY),
                        new Definition(1, "", "UTC", "done", 1L, "day", "", "", null))
                .commit();
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    abstract TestDatabase kind();

    @Test
    void killedAgainAndAgainTheTableEndsAsTheTopicSays() throws Exception {
        RandomPublisher publishing = new RandomPublisher(fixture.publisher(), 1);
        Thread publisher = new Thread(publishing, "random-publisher");
        publisher.start();
        Random moments = new Random(2);
        for (int kill = 0; kill < KILLS; kill++) {
            try (SinkProcess sink = SinkProcess.start(settings("1"))) {
                String printed = sink.awaitStart();
                assertThat(sink.isAlive()).as(printed).isTrue();
                Thread.sleep(1_000 + moments.nextInt(1_500));
            }
        }
        publishing.stop();
        publisher.join();

        assertTableIs(publishing.expected());
    }

    /** Starts a last sink, lets it finish and looks at its table. */
    void assertTableIs(Map<String, Long> expected) throws Exception {
        try (SinkApplication sink = fixture.start(settings("1"))) {
            assertThat(sink.awaitLanded(PATIENCE)).isTrue();
            assertThat(table(sink)).isEqualTo(expected);
        }
    }

    Map<String, String> settings(String instance) {
        return fixture.settings(Map.of(
                "kafka.group.instance.id",
                instance,
                "kafka.session.timeout.ms",
                "6000",
                "kafka.heartbeat.interval.ms",
                "1000",
                SinkConfig.BATCH_MAX_RECORDS,
                "200",
                SinkConfig.FLUSH_INTERVAL_MS,
                "50"));
    }

    /** Fails when a source occurs twice: DuckDB's tables have no key that would refuse it. */
    static Map<String, Long> table(SinkApplication sink) throws Exception {
        Map<String, Long> table = new TreeMap<>();
        for (JsonNode row : SinkFixture.json(sink, "/api/v1/balance?journey=" + RandomPublisher.JOURNEY)) {
            String source = row.get("source").asText();
            assertThat(table.put(source, row.get("read").asLong())).as(source).isNull();
        }
        return table;
    }
}
