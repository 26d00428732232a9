package io.journey.sink.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** The statements on {@code sink_offset} that run inside a writing transaction. */
final class Offsets {

    private Offsets() {}

    /** Moves a partition on, if it is still where the batch begins. */
    static boolean advance(Connection writer, Progress progress) throws SQLException {
        try (PreparedStatement update = writer.prepareStatement("""
                UPDATE sink_offset SET next_offset = ?, updated_at = ?
                WHERE topic = ? AND part = ? AND topic_id = ? AND next_offset = ?""")) {
            update.setLong(1, progress.to());
            update.setObject(2, now());
            update.setString(3, progress.partition().topic());
            update.setInt(4, progress.partition().partition());
            update.setString(5, progress.topicId().toString());
            update.setLong(6, progress.from());
            return update.executeUpdate() == 1;
        }
    }

    /** Begins a partition, unless somebody has begun it already. */
    static void begin(Connection writer, TopicPartition partition, StoredOffset offset) throws SQLException {
        try (PreparedStatement insert = writer.prepareStatement("""
                INSERT INTO sink_offset (topic, part, topic_id, next_offset, updated_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (topic, part) DO NOTHING""")) {
            insert.setString(1, partition.topic());
            insert.setInt(2, partition.partition());
            insert.setString(3, offset.topicId().toString());
            insert.setLong(4, offset.next());
            insert.setObject(5, now());
            insert.executeUpdate();
        }
    }

    /** Forgets all partitions of a topic as it was; false if somebody else has done so already. */
    static boolean forget(Connection writer, String topic, Uuid topicId) throws SQLException {
        try (PreparedStatement delete =
                writer.prepareStatement("DELETE FROM sink_offset WHERE topic = ? AND topic_id = ?")) {
            delete.setString(1, topic);
            delete.setString(2, topicId.toString());
            return delete.executeUpdate() > 0;
        }
    }

    static StoredOffset read(ResultSet row) throws SQLException {
        return new StoredOffset(Uuid.fromString(row.getString("topic_id")), row.getLong("next_offset"));
    }

    // Bound as a value: what current_timestamp means inside a transaction differs between databases.
    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
