package io.journey.sink.database;

import io.journey.sink.table.ColumnType;
import io.journey.sink.testing.TestDatabase;

class DuckDbSchemaTest extends SchemaContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.DUCKDB;
    }

    @Override
    String columnsQuery() {
        return """
                SELECT column_name, data_type, CASE WHEN is_nullable THEN 'YES' ELSE 'NO' END, comment
                FROM duckdb_columns() WHERE table_name = ? AND schema_name = 'main' ORDER BY column_index""";
    }

    @Override
    String tablesQuery() {
        return "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main'";
    }

    @Override
    String reservedQuery() {
        return "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category = 'reserved'";
    }

    @Override
    String typeOf(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case AMOUNT -> "DECIMAL(38,9)";
            case INTEGER, BIGINT, BOOLEAN, INSTANT -> type.sqlName();
        };
    }
}
