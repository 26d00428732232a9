package io.journey.sink.database;

import static java.util.stream.Collectors.joining;

import io.journey.sink.table.Change;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL: the batch travels as one array a column, which a single statement unnests and upserts.
 *
 * <p>One fixed statement a table, no temporary table, so it also works behind a transaction-pooling proxy.
 */
final class PostgresDialect implements Dialect {

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public Connections connect(DatabaseSettings settings) {
        return PostgresConnections.open(settings);
    }

    @Override
    public void apply(Connection writer, SinkTable table, Collection<Change> changes) throws SQLException {
        List<List<? extends @Nullable Object>> deleted = new ArrayList<>();
        List<List<? extends @Nullable Object>> upserted = new ArrayList<>();
        for (Change change : changes) {
            if (change instanceof Change.Upsert upsert) {
                List<@Nullable Object> row = new ArrayList<>(upsert.key());
                row.addAll(upsert.values());
                upserted.add(row);
            } else {
                deleted.add(change.key());
            }
        }
        execute(writer, delete(table), table.keyColumns(), deleted);
        execute(writer, upsert(table), table.columns(), upserted);
    }

    private static String delete(SinkTable table) {
        return "DELETE FROM " + table.tableName() + " AS t USING (" + unnest(table.keyColumns())
                + ") AS gone WHERE "
                + table.keyColumns().stream()
                        .map(key -> "t." + key.name() + " = gone." + key.name())
                        .collect(joining(" AND "));
    }

    private static String upsert(SinkTable table) {
        return "INSERT INTO " + table.tableName() + " (" + names(table.columns()) + ") " + unnest(table.columns())
                + " ON CONFLICT (" + names(table.keyColumns()) + ") DO UPDATE SET "
                + table.valueColumns().stream()
                        .map(column -> column.name() + " = excluded." + column.name())
                        .collect(joining(", "));
    }

    private static String unnest(List<Column> columns) {
        String arrays =
                columns.stream().map(column -> "?::" + typeOf(column) + "[]").collect(joining(", "));
        return "SELECT * FROM unnest(" + arrays + ") AS batch(" + names(columns) + ")";
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(joining(", "));
    }

    private static String typeOf(Column column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case INTEGER -> "int4";
            case BIGINT -> "int8";
            case BOOLEAN -> "bool";
            case INSTANT -> "timestamptz";
            case AMOUNT -> "numeric";
        };
    }

    private static void execute(
            Connection writer, String sql, List<Column> columns, List<List<? extends @Nullable Object>> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = writer.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                int index = i;
                // Instants and amounts as their text: exact, and the driver has no array form of java.time.
                Object[] values = rows.stream().map(row -> row.get(index)).toArray();
                Array array = writer.createArrayOf(typeOf(columns.get(i)), values);
                statement.setArray(i + 1, array);
            }
            statement.executeUpdate();
        }
    }
}
