package io.journey.sink.http;

import static java.util.stream.Collectors.joining;

import io.journey.sink.database.Database;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one table as JSON objects: which fields, filtered by which key columns, in which order.
 *
 * <p>Fields keep the names that they have in Avro. Only names from the schemas get into the SQL text.
 */
final class Listing {

    private final String sql;
    private final List<Column> shown;

    private Listing(String sql, List<Column> shown) {
        this.sql = sql;
        this.shown = shown;
    }

    /**
     * A listing.
     *
     * @param filters columns that must equal the given values
     * @param order SQL to order by, in which {@code t} is the table
     * @param fields Avro names of the fields to show
     */
    static Listing of(SinkTable table, List<String> filters, String order, String... fields) {
        List<Column> shown = Arrays.stream(fields)
                .map(field -> table.columns().stream()
                        .filter(column -> column.field().equals(field))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(table + " has no field " + field)))
                .toList();
        String sql =
                "SELECT " + shown.stream().map(column -> "t." + column.name()).collect(joining(", "))
                        + " FROM " + table.tableName() + " AS t"
                        + (filters.isEmpty() ? "" : " WHERE ")
                        + filters.stream().map(filter -> "t." + filter + " = ?").collect(joining(" AND "))
                        + " ORDER BY " + order;
        return new Listing(sql, shown);
    }

    List<Map<String, @Nullable Object>> read(Database database, Object... parameters) throws SQLException {
        return database.query(sql, List.of(parameters), this::object);
    }

    private Map<String, @Nullable Object> object(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (Column column : shown) {
            object.put(column.field(), JsonForm.read(row, column));
        }
        return object;
    }
}
