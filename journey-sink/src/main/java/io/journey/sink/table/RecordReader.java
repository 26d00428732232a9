package io.journey.sink.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns a decoded record into the change that it makes.
 *
 * <p>Reads fields by name, so that generic records written with a neighbouring schema version land as well.
 */
public final class RecordReader {

    private RecordReader() {}

    /**
     * The change that a record makes.
     *
     * @param value null for a tombstone
     * @throws UnfitRecordException if the record has no value where the table needs one; reading it again cannot help
     */
    public static Change read(SinkTable table, @Nullable Object key, @Nullable Object value) {
        List<@Nullable Object> keyValues = read(table, table.keyColumns(), key);
        List<Object> present = keyValues.stream()
                .map(RecordReader::present)
                .map(KeyText::bounded)
                .toList();
        if (value == null) {
            return new Change.Delete(table, present);
        }
        return new Change.Upsert(table, present, read(table, table.valueColumns(), value));
    }

    private static List<@Nullable Object> read(SinkTable table, List<Column> columns, @Nullable Object from) {
        if (!(from instanceof IndexedRecord record)) {
            String what = from == null ? "no key" : "a " + from.getClass().getName();
            throw new UnfitRecordException("table " + table.tableName() + ": expected an Avro record, found " + what);
        }
        List<@Nullable Object> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            values.add(read(table, column, record));
        }
        return values;
    }

    private static @Nullable Object read(SinkTable table, Column column, IndexedRecord record) {
        Schema.Field field = record.getSchema().getField(column.field());
        Object value = field == null ? null : record.get(field.pos());
        if (value != null) {
            return column.type().read(value);
        }
        if (column.nullable()) {
            return null;
        }
        throw new UnfitRecordException("table " + table.tableName() + ": field " + column.field() + " of "
                + record.getSchema().getFullName() + " is missing, expected a value of type " + column.type());
    }

    private static Object present(@Nullable Object keyValue) {
        if (keyValue == null) {
            throw new UnfitRecordException("a key column must not be null");
        }
        return keyValue;
    }
}
