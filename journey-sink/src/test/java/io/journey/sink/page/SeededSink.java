package io.journey.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.service.health.Check;
import io.journey.service.health.Health;
import io.journey.sink.database.Batch;
import io.journey.sink.database.BatchWriter;
import io.journey.sink.database.Database;
import io.journey.sink.database.OffsetStore;
import io.journey.sink.database.Progress;
import io.journey.sink.database.StoredOffset;
import io.journey.sink.database.WriteOutcome;
import io.journey.sink.http.AccessSettings;
import io.journey.sink.http.CustomerSettings;
import io.journey.sink.http.HttpServer;
import io.journey.sink.http.HttpSettings;
import io.journey.sink.table.Change;
import io.journey.sink.testing.TestDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The sink's server on a free port with a DuckDB file behind it; the test writes where the consumer would. */
final class SeededSink implements AutoCloseable {

    private static final TopicPartition PARTITION = new TopicPartition("journey.funnel.v1", 0);
    private static final Uuid TOPIC_ID = new Uuid(7, 7);
    private static final Health UP = new Health() {
        @Override
        public List<Check> live() {
            return List.of();
        }

        @Override
        public List<Check> ready() {
            return List.of();
        }
    };

    private final Database database;
    private final CustomerSettings customers;
    private final BatchWriter writer;
    private HttpServer server;
    private long offset;

    private SeededSink(Database database, CustomerSettings customers) throws SQLException {
        this.database = database;
        this.customers = customers;
        this.writer = new BatchWriter(database);
        new OffsetStore(database).begin(Map.of(PARTITION, new StoredOffset(TOPIC_ID, 0)));
        this.server = serve(0);
    }

    static SeededSink empty(Path directory) throws SQLException {
        return new SeededSink(Database.open(TestDatabase.DUCKDB.fresh(directory)), CustomerSettings.NONE);
    }

    static SeededSink seeded(Path directory) throws SQLException {
        SeededSink sink = empty(directory);
        sink.write(Seeds.all());
        return sink;
    }

    /** One that asks elsewhere about customers. */
    static SeededSink asking(CustomerSettings customers, Path directory) throws SQLException {
        SeededSink sink = new SeededSink(Database.open(TestDatabase.DUCKDB.fresh(directory)), customers);
        sink.write(Seeds.all());
        return sink;
    }

    private HttpServer serve(int port) {
        HttpServer started = new HttpServer(
                new HttpSettings("127.0.0.1", port, 50, 10_000, customers, AccessSettings.OPEN),
                database,
                UP,
                () -> "",
                Map.of());
        started.start();
        return started;
    }

    URI page() {
        return server.uri();
    }

    URI page(String query) {
        return page().resolve("?" + query);
    }

    void write(Stream<SeedRow> rows) throws SQLException {
        change(rows.map(SeedRow::upsert).toList());
    }

    void write(SeedRow... rows) throws SQLException {
        write(Stream.of(rows));
    }

    void delete(SeedRow row) throws SQLException {
        change(List.of(row.delete()));
    }

    private void change(List<Change> changes) throws SQLException {
        long next = offset + changes.size();
        WriteOutcome outcome =
                writer.write(new Batch(List.of(new Progress(PARTITION, TOPIC_ID, offset, next)), changes));
        assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
        offset = next;
    }

    /** Takes the server away while the action runs; then it is back on the same port. */
    void without(Runnable action) {
        int port = page().getPort();
        server.close();
        action.run();
        server = serve(port);
    }

    @Override
    public void close() {
        server.close();
        database.close();
    }
}
