package io.journey.sink.database;

import io.journey.sink.table.Change;
import io.journey.sink.table.SinkTable;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes batches, each in one transaction with its offsets, so that no crash and no second writer counts twice.
 *
 * <p>The offsets go first: their compare-and-set locks the rows, which fences a sink that lost its partitions before
 * it has written anything.
 */
public final class BatchWriter {

    private final Database database;

    public BatchWriter(Database database) {
        this.database = database;
    }

    /**
     * Writes a batch.
     *
     * @throws SQLException if it is not known whether the batch got in; load the offsets to find out
     */
    public WriteOutcome write(Batch batch) throws SQLException {
        try (Transaction transaction = database.begin()) {
            for (Progress progress : batch.progress()) {
                if (!Offsets.advance(transaction.connection(), progress)) {
                    return new WriteOutcome.Fenced(progress.partition());
                }
            }
            Map<SinkTable, Integer> rows = new EnumMap<>(SinkTable.class);
            for (Map.Entry<SinkTable, Map<List<Object>, Change>> changed :
                    batch.changes().entrySet()) {
                transaction.apply(changed.getKey(), changed.getValue().values());
                rows.put(changed.getKey(), changed.getValue().size());
            }
            transaction.commit();
            return new WriteOutcome.Written(rows);
        }
    }
}
