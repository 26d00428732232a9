package io.journey.sink.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record does to its table.
 *
 * <p>Values are in column order and in the Java forms of {@link ColumnType}.
 */
public sealed interface Change {

    SinkTable table();

    /** Values of the key columns; equal keys name the same row. */
    List<Object> key();

    /**
     * The row stands in the table from now on, in place of an older one of its key.
     *
     * @param values values of the columns after the key's; null where the column allows it
     */
    record Upsert(SinkTable table, List<Object> key, List<@Nullable Object> values) implements Change {}

    /** No row of the key is left. */
    record Delete(SinkTable table, List<Object> key) implements Change {}
}
