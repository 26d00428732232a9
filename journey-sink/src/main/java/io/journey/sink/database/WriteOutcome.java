package io.journey.sink.database;

import io.journey.sink.table.SinkTable;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What became of a batch. */
public sealed interface WriteOutcome {

    /**
     * The batch and its offsets are in the database.
     *
     * @param rows rows upserted or deleted by table
     */
    record Written(Map<SinkTable, Integer> rows) implements WriteOutcome {}

    /**
     * Nothing was written: somebody else has moved the partition's offset since it was loaded.
     *
     * <p>Load the offset again and go on from there.
     */
    record Fenced(TopicPartition partition) implements WriteOutcome {}
}
