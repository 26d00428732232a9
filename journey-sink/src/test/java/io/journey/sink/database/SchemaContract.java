package io.journey.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.sink.table.Column;
import io.journey.sink.table.ColumnType;
import io.journey.sink.table.SinkTable;
import io.journey.sink.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The migrations lead to the columns that the Avro schemas ask for; a class a database extends it.
 *
 * <p>A changed schema fails here until there is a migration for it in every database.
 */
abstract class SchemaContract {

    private Path directory;

    @BeforeEach
    void prepare(@TempDir Path empty) {
        directory = empty;
    }

    abstract TestDatabase kind();

    /** Rows of table, column, type as {@link #typeOf} names it, YES or NO for nullable, comment; tables and columns in order. */
    abstract String columnsQuery();

    /** Table and comment. */
    abstract String tablesQuery();

    /** Words that cannot be a column's name without quotes. */
    abstract String reservedQuery();

    abstract String typeOf(ColumnType type);

    @Test
    void theColumnsAreThoseOfTheSchemas() throws SQLException {
        try (Database database = Database.open(kind().fresh(directory))) {
            for (SinkTable table : SinkTable.values()) {
                List<List<String>> columns = database.query(
                        columnsQuery(),
                        List.of(table.tableName()),
                        row -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));

                assertThat(columns)
                        .as(table.tableName())
                        .containsExactlyElementsOf(
                                table.columns().stream().map(this::expected).toList());
            }
        }
    }

    private List<String> expected(Column column) {
        return List.of(column.name(), typeOf(column.type()), column.nullable() ? "YES" : "NO", column.meaning());
    }

    @Test
    void theTablesAreThoseOfTheTopicsAndTheOffsets() throws SQLException {
        try (Database database = Database.open(kind().fresh(directory))) {
            List<String> tables =
                    database.query(tablesQuery(), List.of(), row -> row.getString(1) + ": " + row.getString(2));

            Stream<String> ofTopics =
                    Arrays.stream(SinkTable.values()).map(table -> table.tableName() + ": " + table.meaning());
            assertThat(tables)
                    .filteredOn(table -> !table.startsWith("flyway_schema_history"))
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    ofTopics,
                                    Stream.of(
                                            "sink_offset: How far each partition is in the tables. Written in the same"
                                                    + " transaction as the rows."))
                            .toList());
        }
    }

    @Test
    void noNameNeedsQuotes() throws SQLException {
        try (Database database = Database.open(kind().fresh(directory))) {
            List<String> reserved = database.query(
                    reservedQuery(), List.of(), row -> row.getString(1).toLowerCase(Locale.ROOT));

            assertThat(reserved).contains("window", "select");
            for (SinkTable table : SinkTable.values()) {
                assertThat(reserved).doesNotContain(table.tableName());
                assertThat(reserved)
                        .doesNotContainAnyElementsOf(
                                table.columns().stream().map(Column::name).toList());
            }
        }
    }

    @Test
    void anOpenedDatabaseOpensAgain() {
        DatabaseSettings settings = kind().fresh(directory);
        Database.open(settings).close();

        Database.open(settings).close();
    }
}
