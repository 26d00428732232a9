package io.journey.sink;

import static io.journey.sink.SinkFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.RandomPublisher;
import io.journey.sink.testing.SinkProcess;
import io.journey.sink.testing.TestDatabase;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PostgresGuaranteeTest extends GuaranteeContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }

    @Test
    void aSinkThatSleptThroughItsReplacementIsFenced() throws Exception {
        RandomPublisher publishing = new RandomPublisher(fixture.publisher(), 3);
        Thread publisher = new Thread(publishing, "random-publisher");
        try (SinkProcess sleeper = SinkProcess.start(settings("sleeper"));
                SinkApplication replacement = fixture.start(settings("replacement"))) {
            sleeper.awaitStart();
            publisher.start();
            long atFirst = publishing.published();
            SinkFixture.await("some of it", () -> publishing.published() > atFirst + 1_000);

            sleeper.signal("STOP");
            // The group gives the sleeper's partitions away once its session has ended.
            SinkFixture.await(
                    "taken over",
                    () -> SinkFixture.get(replacement, "/health/ready").body().contains("18 read"));
            sleeper.signal("CONT");
            long atWaking = publishing.published();
            SinkFixture.await("some more", () -> publishing.published() > atWaking + 2_000);
            publishing.stop();
            publisher.join();

            assertThat(replacement.awaitLanded(PATIENCE)).isTrue();
            assertThat(table(replacement)).isEqualTo(publishing.expected());
        }
    }

    @Test
    void twoGroupsOnOneDatabaseFenceEachOtherAndTheTableIsStillRight() throws Exception {
        RandomPublisher publishing = new RandomPublisher(fixture.publisher(), 4);
        Thread publisher = new Thread(publishing, "random-publisher");
        Map<String, String> otherGroup = new HashMap<>(settings("2"));
        otherGroup.put(SinkConfig.GROUP_ID, "another-" + fixture.topic(SinkTable.BALANCE));
        try (SinkApplication one = fixture.start(settings("1"));
                SinkApplication other = fixture.start(otherGroup)) {
            publisher.start();
            SinkFixture.await(
                    "a conflict",
                    () -> SinkFixture.scraped(one, "journey_sink_fenced_total")
                                    + SinkFixture.scraped(other, "journey_sink_fenced_total")
                            > 0);
            SinkFixture.await("some more", () -> publishing.published() > 4_000);
            publishing.stop();
            publisher.join();

            assertThat(one.awaitLanded(PATIENCE)).isTrue();
            assertThat(table(other)).isEqualTo(publishing.expected());
        }
    }
}
