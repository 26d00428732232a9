package io.journey.sink.database;

import io.journey.sink.table.SinkTable;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** How far each partition is, as the database has it: the only place that decides where reading goes on. */
public final class OffsetStore {

    private final Database database;

    public OffsetStore(Database database) {
        this.database = database;
    }

    /** All that the database knows. */
    public Map<TopicPartition, StoredOffset> load() throws SQLException {
        return database
                .query(
                        "SELECT topic, part, topic_id, next_offset FROM sink_offset",
                        List.of(),
                        row -> Map.entry(
                                new TopicPartition(row.getString("topic"), row.getInt("part")), Offsets.read(row)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Begins partitions that are new; those that somebody else has begun stay as they are. */
    public void begin(Map<TopicPartition, StoredOffset> partitions) throws SQLException {
        try (Transaction transaction = database.begin()) {
            for (Map.Entry<TopicPartition, StoredOffset> partition : partitions.entrySet()) {
                Offsets.begin(transaction.connection(), partition.getKey(), partition.getValue());
            }
            transaction.commit();
        }
    }

    /** Empties a table and forgets how far its topic was read, for a topic that was created again. */
    public void reset(SinkTable table, String topic, Uuid formerId) throws SQLException {
        try (Transaction transaction = database.begin();
                Statement statement = transaction.connection().createStatement()) {
            // Whoever comes second finds nothing to forget and must not empty what the first has written since.
            if (Offsets.forget(transaction.connection(), topic, formerId)) {
                statement.execute("DELETE FROM " + table.tableName());
            }
            transaction.commit();
        }
    }

    /** Which state the tables are in now. */
    public DataVersion version() throws SQLException {
        return database.query(
                        "SELECT coalesce(sum(next_offset), 0) AS number, max(updated_at) AS written_at FROM sink_offset",
                        List.of(),
                        row -> {
                            OffsetDateTime at = row.getObject("written_at", OffsetDateTime.class);
                            return new DataVersion(row.getLong("number"), at == null ? Instant.EPOCH : at.toInstant());
                        })
                .get(0);
    }
}
