package io.journey.sink;

import static io.journey.sink.SinkFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.sink.database.DatabaseSettings;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.SinkProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes away and comes back, a rebalance in between included. */
class AbsentDatabaseTest {

    @Test
    @SuppressWarnings("try") // the sink is closed before its database
    void theSinkWaitsForItsDatabaseThroughARebalanceAndGoesOn(@TempDir Path data) throws Exception {
        EmbeddedPostgres postgres = server(data, 0);
        int port = postgres.getPort();
        DatabaseSettings database = new DatabaseSettings(
                postgres.getJdbcUrl("postgres", "postgres"), Optional.empty(), Optional.empty(), "");
        try (SinkFixture fixture = new SinkFixture(database)) {
            fixture.createTopics(2);
            Map<String, String> member =
                    Map.of("kafka.session.timeout.ms", "6000", "kafka.heartbeat.interval.ms", "1000");
            try (SinkProcess other = SinkProcess.start(fixture.settings(member));
                    SinkApplication sink = fixture.start(member)) {
                other.awaitStart();
                fixture.publishSampleJourney();
                assertThat(sink.awaitLanded(PATIENCE)).isTrue();

                postgres.close();
                publish(fixture, "while-away");
                SinkFixture.await(
                        "not ready",
                        () -> SinkFixture.get(sink, "/health/ready").statusCode() == 503);
                assertThat(SinkFixture.get(sink, "/api/v1/definitions").statusCode())
                        .isEqualTo(503);
                assertThat(SinkFixture.scraped(sink, "journey_sink_database_up"))
                        .isZero();

                // Its partitions come to the one that is left, while nobody can say where to go on.
                killed(other);
                SinkFixture.await(
                        "all partitions wait for their place",
                        () -> SinkFixture.get(sink, "/health/ready").body().contains("0 read, 18 waiting"));
                assertThat(SinkFixture.get(sink, "/health/live").statusCode()).isEqualTo(200);

                try (EmbeddedPostgres again = server(data, port)) {
                    publish(fixture, "afterwards");
                    SinkFixture.await(
                            "ready",
                            () -> SinkFixture.get(sink, "/health/ready").statusCode() == 200);
                    assertThat(sink.awaitLanded(PATIENCE)).isTrue();
                    assertThat(SinkFixture.json(sink, "/api/v1/balance?journey=shop")
                                    .findValuesAsText("source"))
                            .containsExactly("afterwards", "app", "web", "while-away");
                    assertThat(again.getPort()).isEqualTo(port);
                }
            }
        }
    }

    private static void killed(SinkProcess process) {
        process.close();
    }

    private static void publish(SinkFixture fixture, String source) {
        fixture.publisher()
                .begin()
                .send(SinkTable.BALANCE, new BalanceKey("shop", source), new Balance(1, 1L, 1L, 0L, 0L))
                .commit();
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
    }
}
