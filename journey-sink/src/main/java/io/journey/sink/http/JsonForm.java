package io.journey.sink.http;

import io.journey.sink.table.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** How values look in JSON: instants in UTC with milliseconds, amounts as text so that no reader rounds them. */
final class JsonForm {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private JsonForm() {}

    static String of(Instant instant) {
        return INSTANT.format(instant);
    }

    static @Nullable Object read(ResultSet row, Column column) throws SQLException {
        Object value = switch (column.type()) {
            case TEXT -> row.getString(column.name());
            case INTEGER -> row.getInt(column.name());
            case BIGINT -> row.getLong(column.name());
            case BOOLEAN -> row.getBoolean(column.name());
            case INSTANT -> instant(row, column.name());
            case AMOUNT -> amount(row.getBigDecimal(column.name()));
        };
        return row.wasNull() ? null : value;
    }

    private static @Nullable String instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : of(value.toInstant());
    }

    private static @Nullable String amount(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros().toPlainString();
    }
}
