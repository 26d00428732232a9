package io.journey.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journey.sink.table.Change;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.Rows;
import io.journey.sink.testing.Samples;
import io.journey.sink.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every database has to keep; a class a database extends it. */
abstract class DatabaseContract {

    private static final TopicPartition PARTITION = new TopicPartition("journey.funnel.v1", 0);
    private static final Uuid TOPIC_ID = new Uuid(7, 7);

    private Database database;
    private OffsetStore offsets;
    private BatchWriter writer;

    @BeforeEach
    void open(@TempDir Path directory) throws SQLException {
        database = Database.open(kind().fresh(directory));
        offsets = new OffsetStore(database);
        writer = new BatchWriter(database);
        offsets.begin(Map.of(PARTITION, new StoredOffset(TOPIC_ID, 0)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    abstract TestDatabase kind();

    @ParameterizedTest
    @EnumSource
    void everyColumnOfEveryTableComesBackAsItWent(SinkTable table) throws SQLException {
        Change full = Samples.upsert(table, 1, 2);
        Change withNulls = Samples.upsert(table, 2, 3);

        assertThat(write(0, 2, full, withNulls)).isEqualTo(written(table, 2));

        assertThat(Rows.of(database, table)).containsExactly(row(full), row(withNulls));
    }

    @Test
    void aLaterBatchReplacesRowsAndATombstoneDeletesThem() throws SQLException {
        write(0, 2, Samples.upsert(SinkTable.FUNNEL, 1, 10), Samples.upsert(SinkTable.FUNNEL, 2, 20));

        write(2, 4, Samples.upsert(SinkTable.FUNNEL, 1, 11), Samples.delete(SinkTable.FUNNEL, 2));

        assertThat(Rows.of(database, SinkTable.FUNNEL)).containsExactly(row(Samples.upsert(SinkTable.FUNNEL, 1, 11)));
    }

    @Test
    void theLastChangeOfAKeyInABatchWins() throws SQLException {
        write(
                0,
                6,
                Samples.upsert(SinkTable.OCCUPANCY, 1, 10),
                Samples.upsert(SinkTable.OCCUPANCY, 1, 12),
                Samples.upsert(SinkTable.OCCUPANCY, 2, 20),
                Samples.delete(SinkTable.OCCUPANCY, 2),
                Samples.delete(SinkTable.OCCUPANCY, 3),
                Samples.upsert(SinkTable.OCCUPANCY, 3, 30));

        assertThat(Rows.of(database, SinkTable.OCCUPANCY))
                .containsExactly(
                        row(Samples.upsert(SinkTable.OCCUPANCY, 1, 12)),
                        row(Samples.upsert(SinkTable.OCCUPANCY, 3, 30)));
    }

    @Test
    void theSameBatchAgainIsRefusedAndChangesNothing() throws SQLException {
        write(0, 1, Samples.upsert(SinkTable.BALANCE, 1, 10));

        WriteOutcome again = write(0, 1, Samples.upsert(SinkTable.BALANCE, 1, 99));

        assertThat(again).isEqualTo(new WriteOutcome.Fenced(PARTITION));
        assertThat(Rows.of(database, SinkTable.BALANCE)).containsExactly(row(Samples.upsert(SinkTable.BALANCE, 1, 10)));
    }

    @Test
    void aBatchFromAnotherTopicOfTheSameNameIsRefused() throws SQLException {
        Progress recreated = new Progress(PARTITION, new Uuid(8, 8), 0, 1);

        assertThat(writer.write(new Batch(List.of(recreated), List.of())))
                .isEqualTo(new WriteOutcome.Fenced(PARTITION));
    }

    @Test
    void aBatchThatFailsHalfWayLeavesNothingAndSucceedsWhenRepeated() throws SQLException {
        Change good = Samples.upsert(SinkTable.TRANSITIONS, 1, 2);
        Change refused = withoutVersion(Samples.upsert(SinkTable.STAGES, 1, 2));

        assertThatThrownBy(() -> write(0, 2, good, refused)).isInstanceOf(SQLException.class);
        assertThat(Rows.of(database, SinkTable.TRANSITIONS)).isEmpty();
        assertThat(offsets.load()).containsEntry(PARTITION, new StoredOffset(TOPIC_ID, 0));

        write(0, 2, good, Samples.upsert(SinkTable.STAGES, 1, 2));
        assertThat(Rows.of(database, SinkTable.TRANSITIONS)).containsExactly(row(good));
        assertThat(offsets.load()).containsEntry(PARTITION, new StoredOffset(TOPIC_ID, 2));
    }

    @Test
    void oneFencedPartitionKeepsTheWholeBatchOut() throws SQLException {
        TopicPartition other = new TopicPartition("journey.stages.v1", 0);
        offsets.begin(Map.of(other, new StoredOffset(TOPIC_ID, 5)));
        Batch batch = new Batch(
                List.of(new Progress(PARTITION, TOPIC_ID, 0, 1), new Progress(other, TOPIC_ID, 4, 6)),
                List.of(Samples.upsert(SinkTable.FUNNEL, 1, 1)));

        assertThat(writer.write(batch)).isEqualTo(new WriteOutcome.Fenced(other));

        assertThat(Rows.of(database, SinkTable.FUNNEL)).isEmpty();
        assertThat(offsets.load()).containsEntry(PARTITION, new StoredOffset(TOPIC_ID, 0));
    }

    @Test
    void beginningAPartitionThatOthersHaveBegunKeepsTheirOffset() throws SQLException {
        write(0, 9, Samples.upsert(SinkTable.FUNNEL, 1, 1));

        offsets.begin(Map.of(PARTITION, new StoredOffset(TOPIC_ID, 0)));

        assertThat(offsets.load()).containsEntry(PARTITION, new StoredOffset(TOPIC_ID, 9));
    }

    @Test
    void onlyTheFirstWhoResetsATopicEmptiesItsTable() throws SQLException {
        write(0, 1, Samples.upsert(SinkTable.FUNNEL, 1, 1), Samples.upsert(SinkTable.STAGES, 1, 1));

        offsets.reset(SinkTable.FUNNEL, PARTITION.topic(), TOPIC_ID);
        assertThat(Rows.of(database, SinkTable.FUNNEL)).isEmpty();
        assertThat(Rows.of(database, SinkTable.STAGES)).hasSize(1);
        assertThat(offsets.load()).isEmpty();

        Uuid newId = new Uuid(9, 9);
        offsets.begin(Map.of(PARTITION, new StoredOffset(newId, 0)));
        writer.write(new Batch(
                List.of(new Progress(PARTITION, newId, 0, 1)), List.of(Samples.upsert(SinkTable.FUNNEL, 1, 1))));
        offsets.reset(SinkTable.FUNNEL, PARTITION.topic(), TOPIC_ID);
        assertThat(Rows.of(database, SinkTable.FUNNEL)).hasSize(1);
    }

    @Test
    void everyBatchGivesTheDataANewVersion() throws SQLException {
        long before = offsets.version().number();

        write(0, 3, Samples.upsert(SinkTable.FUNNEL, 1, 1));

        assertThat(offsets.version().number()).isEqualTo(before + 3);
    }

    @Test
    void randomBatchesLeaveWhatTheLastChangeOfEachKeySays() throws SQLException {
        Random random = new Random(1);
        Map<Integer, List<@Nullable Object>> expected = new TreeMap<>();
        long offset = 0;
        for (int round = 0; round < 20; round++) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int key = 100 + random.nextInt(300);
                Change change = random.nextInt(4) == 0
                        ? Samples.delete(SinkTable.STAGE_OUTCOMES, key)
                        : Samples.upsert(SinkTable.STAGE_OUTCOMES, key, random.nextInt(1000));
                changes.add(change);
                expected.remove(key);
                if (change instanceof Change.Upsert) {
                    expected.put(key, row(change));
                }
            }
            write(offset, offset + 200, changes.toArray(Change[]::new));
            offset += 200;
        }

        assertThat(Rows.of(database, SinkTable.STAGE_OUTCOMES)).containsExactlyElementsOf(expected.values());
    }

    private WriteOutcome write(long from, long to, Change... changes) throws SQLException {
        return writer.write(new Batch(List.of(new Progress(PARTITION, TOPIC_ID, from, to)), List.of(changes)));
    }

    private static WriteOutcome written(SinkTable table, int rows) {
        return new WriteOutcome.Written(Map.of(table, rows));
    }

    private static List<@Nullable Object> row(Change change) {
        List<@Nullable Object> values = new ArrayList<>(change.key());
        values.addAll(((Change.Upsert) change).values());
        return values;
    }

    /** The version is the first value of every table and must not be null. */
    private static Change withoutVersion(Change change) {
        Change.Upsert upsert = (Change.Upsert) change;
        List<@Nullable Object> values = new ArrayList<>(upsert.values());
        values.set(0, null);
        return new Change.Upsert(upsert.table(), upsert.key(), values);
    }
}
