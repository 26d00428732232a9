package io.journey.sink.database;

import io.journey.sink.table.ColumnType;
import io.journey.sink.testing.TestDatabase;
import java.util.Locale;

class PostgresSchemaTest extends SchemaContract {

    @Override
    TestDatabase kind() {
        return TestDatabase.POSTGRESQL;
    }

    @Override
    String columnsQuery() {
        return """
                SELECT attname, format_type(atttypid, atttypmod), CASE WHEN attnotnull THEN 'NO' ELSE 'YES' END,
                       col_description(attrelid, attnum)
                FROM pg_attribute WHERE attrelid = CAST(? AS regclass) AND attnum > 0 ORDER BY attnum""";
    }

    @Override
    String tablesQuery() {
        return """
                SELECT relname, obj_description(oid) FROM pg_class
                WHERE relkind = 'r' AND relnamespace = CAST('public' AS regnamespace)""";
    }

    @Override
    String reservedQuery() {
        return "SELECT word FROM pg_get_keywords() WHERE catcode IN ('R', 'T')";
    }

    @Override
    String typeOf(ColumnType type) {
        return type == ColumnType.AMOUNT ? "numeric(38,9)" : type.sqlName().toLowerCase(Locale.ROOT);
    }
}
