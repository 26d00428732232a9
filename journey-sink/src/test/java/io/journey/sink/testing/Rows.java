package io.journey.sink.testing;

import io.journey.sink.database.Database;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tables back in the Java forms that changes use. */
public final class Rows {

    private Rows() {}

    /** All rows, in the order of their keys. */
    public static List<List<@Nullable Object>> of(Database database, SinkTable table) throws SQLException {
        String key =
                String.join(", ", table.keyColumns().stream().map(Column::name).toList());
        return database.query(
                "SELECT * FROM " + table.tableName() + " ORDER BY " + key, List.of(), row -> values(row, table));
    }

    private static List<@Nullable Object> values(ResultSet row, SinkTable table) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : table.columns()) {
            Object value = switch (column.type()) {
                case TEXT -> row.getString(column.name());
                case INTEGER -> row.getInt(column.name());
                case BIGINT -> row.getLong(column.name());
                case BOOLEAN -> row.getBoolean(column.name());
                case INSTANT ->
                    row.getObject(column.name(), OffsetDateTime.class).toInstant();
                case AMOUNT -> row.getBigDecimal(column.name());
            };
            values.add(row.wasNull() ? null : value);
        }
        return values;
    }
}
