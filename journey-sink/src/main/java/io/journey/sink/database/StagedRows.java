package io.journey.sink.database;

import io.journey.sink.table.Change;
import io.journey.sink.table.Column;
import io.journey.sink.table.ColumnType;
import io.journey.sink.table.SinkTable;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Writes changes through DuckDB's appender: a row's columns, then whether it is a deletion. */
final class StagedRows implements AutoCloseable {

    private final DuckDBAppender appender;
    private final SinkTable table;

    StagedRows(DuckDBAppender appender, SinkTable table) {
        this.appender = appender;
        this.table = table;
    }

    void append(Change change) throws SQLException {
        appender.beginRow();
        append(table.keyColumns(), change.key());
        if (change instanceof Change.Upsert upsert) {
            append(table.valueColumns(), upsert.values());
            appender.append(false);
        } else {
            for (int i = 0; i < table.valueColumns().size(); i++) {
                appender.appendNull();
            }
            appender.append(true);
        }
        appender.endRow();
    }

    private void append(List<Column> columns, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                appender.appendNull();
            } else {
                append(columns.get(i).type(), value);
            }
        }
    }

    private void append(ColumnType type, Object value) throws SQLException {
        switch (type) {
            case TEXT -> appender.append((String) value);
            case INTEGER -> appender.append((int) value);
            case BIGINT -> appender.append((long) value);
            case BOOLEAN -> appender.append((boolean) value);
            case INSTANT -> appender.append(((Instant) value).atOffset(ZoneOffset.UTC));
            case AMOUNT -> appender.append(((BigDecimal) value).setScale(ColumnType.AMOUNT_SCALE));
        }
    }

    /** Flushes; the rows are in the staging table afterwards. */
    @Override
    public void close() throws SQLException {
        appender.close();
    }
}
