package io.journey.local.chaos;

import io.journey.core.identity.PublishedRows;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.ChildProcess;
import io.journey.local.house.Cluster;
import io.journey.local.identity.Patience;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sink, a process, and the database that it writes to. */
final class Tables implements AutoCloseable {

    private final Path folder;
    private final Postgres database;
    private final Recoveries recoveries;
    private final Diary diary;
    private final List<String> settings;
    private final List<ChildProcess> sinks = new ArrayList<>();
    private boolean sinkIsAway;

    Tables(Path folder, Postgres database, Recoveries recoveries, Diary diary, Cluster cluster, String prefix) {
        this.folder = folder;
        this.database = database;
        this.recoveries = recoveries;
        this.diary = diary;
        this.settings = List.of(
                "kafka.bootstrap.servers=" + cluster.bootstrapServers(),
                "kafka.schema.registry.url=" + cluster.registry(),
                "kafka.group.instance.id=sink",
                "topic.prefix=" + prefix,
                "database.url=" + database.url(),
                "http.port=0",
                // Many small transactions, so that many are under way when something dies.
                "flush.interval.ms=100");
    }

    void startSink() throws IOException {
        Path said = folder.resolve("sink-" + sinks.size() + ".txt");
        sinks.add(ChildProcess.start(SinkMain.class, said, settings));
    }

    private ChildProcess sink() {
        return sinks.get(sinks.size() - 1);
    }

    boolean killSink(long back) {
        if (sinkIsAway) {
            return false;
        }
        sink().kill();
        sinkIsAway = true;
        recoveries.add(back, () -> {
            sinkIsAway = false;
            startSink();
        });
        return true;
    }

    boolean killDatabase(long back) throws IOException {
        if (!database.isUp()) {
            return false;
        }
        database.kill();
        recoveries.add(back, database::startAgain);
        return true;
    }

    /** Starts the sink again, as a supervisor would, when it has ended by itself. */
    void supervise(long now) throws IOException {
        if (!sinkIsAway && !sink().isAlive()) {
            diary.endedByItself(now, "sink", sink());
            startSink();
        }
    }

    /** Tells the sink to end with all that is published in its tables. */
    void land(Duration patience) throws IOException, InterruptedException {
        sink().end();
        Patience.until("the sink's end", patience, () -> !sink().isAlive());
        if (!sink().hasSaid(SinkMain.LANDED)) {
            throw new AssertionError("the sink ended without having landed all\n" + sink().said());
        }
    }

    /** The tables, as somebody reads them who knows SQL only, in the form in which topics are compared. */
    Map<String, String> rows() throws SQLException {
        PublishedRows rows = new PublishedRows();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (SinkTable table : SinkTable.values()) {
                if (JourneyTopic.RESULTS.contains(table.topic())) {
                    try (ResultSet row = statement.executeQuery("SELECT * FROM " + table.tableName())) {
                        while (row.next()) {
                            rows.add(
                                    table.topic().noun(),
                                    fields(row, table.keyColumns()),
                                    fields(row, table.valueColumns()));
                        }
                    }
                }
            }
        }
        return rows.rows();
    }

    private static Map<String, @Nullable Object> fields(ResultSet row, List<Column> columns) throws SQLException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Column column : columns) {
            Object value = row.getObject(column.name());
            fields.put(column.field(), value instanceof Timestamp time ? time.toInstant() : value);
        }
        return fields;
    }

    @Override
    public void close() {
        sinks.forEach(ChildProcess::close);
    }
}
