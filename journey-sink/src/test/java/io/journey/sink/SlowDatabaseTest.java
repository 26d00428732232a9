package io.journey.sink;

import static io.journey.sink.SinkFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.RandomPublisher;
import io.journey.sink.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that answers late makes the sink late, and nothing else. */
class SlowDatabaseTest {

    private static final int BATCH = 100;
    private static final int MORE = 5_000;
    /** At some 40 bytes a record; what the consumer has fetched ahead counts as read. */
    private static final int RECORDS_OF_A_FETCH = 1_000;

    private static final String TABLE = SinkTable.BALANCE.tableName();

    @Test
    void whileATableIsLockedTheSinkReadsNoFurtherAndAfterwardsNothingIsMissing(@TempDir Path directory)
            throws Exception {
        try (SinkFixture fixture = new SinkFixture(TestDatabase.POSTGRESQL, directory)) {
            fixture.createTopics(1);
            fixture.publisher()
                    .begin()
                    .send(
                            SinkTable.DEFINITIONS,
                            new DefinitionKey(RandomPublisher.JOURNEY),
                            new Definition(1, "", "UTC", "done", 1L, "day", "", "", null))
                    .commit();
            RandomPublisher publishing = new RandomPublisher(fixture.publisher(), 5);
            Thread publisher = new Thread(publishing, "random-publisher");
            try (SinkApplication sink = fixture.start(Map.of(
                            SinkConfig.BATCH_MAX_RECORDS,
                            String.valueOf(BATCH),
                            "kafka.max.partition.fetch.bytes",
                            "16384"));
                    Connection locking =
                            DriverManager.getConnection(fixture.database().url())) {
                fixture.publishSampleJourney();
                assertThat(sink.awaitLanded(PATIENCE)).isTrue();
                double before = read(sink);
                lock(locking);

                publisher.start();
                SinkFixture.await("the sink waits for the table", () -> isWaitedFor(locking));
                long published = publishing.published();
                SinkFixture.await("much more", () -> publishing.published() > published + MORE);
                publishing.stop();
                publisher.join();

                assertThat(read(sink) - before).isLessThanOrEqualTo(2 * BATCH + RECORDS_OF_A_FETCH);
                assertThat(SinkFixture.get(sink, "/health/live").statusCode()).isEqualTo(200);
                assertThat(SinkFixture.json(sink, "/api/v1/balance?journey=shop"))
                        .as("what the page shows meanwhile")
                        .hasSize(2);

                locking.commit();
                assertThat(sink.awaitLanded(PATIENCE)).isTrue();
                assertThat(GuaranteeContract.table(sink)).isEqualTo(publishing.expected());
                assertThat(read(sink) - before).as("the measure counts").isGreaterThan(MORE / 2.0);
            }
        }
    }

    /** Keeps everybody from writing, and nobody from reading. */
    private static void lock(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + TABLE + " IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    private static boolean isWaitedFor(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet waiting = statement.executeQuery(
                        "SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '" + TABLE + "'::regclass")) {
            return waiting.next();
        }
    }

    /** Records that the consumer has been given, as its own meter says. */
    private static double read(SinkApplication sink) throws Exception {
        return SinkFixture.get(sink, "/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("kafka_consumer_fetch_manager_records_consumed_total{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(0);
    }
}
