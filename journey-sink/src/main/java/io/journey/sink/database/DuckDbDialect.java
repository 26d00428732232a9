package io.journey.sink.database;

import static java.util.stream.Collectors.joining;

import io.journey.sink.table.Change;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.duckdb.DuckDBConnection;

/**
 * DuckDB: the batch goes through the appender into a temporary table, which then replaces the rows of its keys.
 *
 * <p>Row by row, or with a primary key on the table, is slower by one to two orders of magnitude. Keys stay unique
 * because the sink is the only writer and a batch holds a key once.
 */
final class DuckDbDialect implements Dialect {

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public Connections connect(DatabaseSettings settings) {
        return DuckDbConnections.open(settings);
    }

    @Override
    public void apply(Connection writer, SinkTable table, Collection<Change> changes) throws SQLException {
        String columns = table.columns().stream().map(Column::name).collect(joining(", "));
        String sameKey = table.keyColumns().stream()
                .map(key -> "t." + key.name() + " = staged." + key.name())
                .collect(joining(" AND "));
        try (Statement statement = writer.createStatement()) {
            statement.execute("CREATE OR REPLACE TEMP TABLE staged AS SELECT *, FALSE AS deleted FROM "
                    + table.tableName() + " LIMIT 0");
            append(writer.unwrap(DuckDBConnection.class), table, changes);
            statement.execute("DELETE FROM " + table.tableName() + " AS t USING staged WHERE " + sameKey);
            statement.execute("INSERT INTO " + table.tableName() + " (" + columns + ") SELECT " + columns
                    + " FROM staged WHERE NOT deleted");
        }
    }

    private static void append(DuckDBConnection writer, SinkTable table, Collection<Change> changes)
            throws SQLException {
        try (var staged = new StagedRows(writer.createAppender("temp", "main", "staged"), table)) {
            for (Change change : changes) {
                staged.append(change);
            }
        }
    }
}
