package io.journey.sink.testing;

import io.journey.sink.table.Change;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for every table without naming its columns. */
public final class Samples {

    private Samples() {}

    /** A row whose key and values follow from the two numbers; odd values leave nullable columns empty. */
    public static Change upsert(SinkTable table, int key, int value) {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : table.valueColumns()) {
            values.add(column.nullable() && value % 2 == 1 ? null : value(column, value));
        }
        return new Change.Upsert(table, key(table, key), values);
    }

    public static Change delete(SinkTable table, int key) {
        return new Change.Delete(table, key(table, key));
    }

    private static List<Object> key(SinkTable table, int seed) {
        return table.keyColumns().stream().map(column -> value(column, seed)).toList();
    }

    private static Object value(Column column, int seed) {
        return switch (column.type()) {
            case TEXT -> column.name() + " 'ä' " + seed;
            case INTEGER -> seed;
            case BIGINT -> 1_000_000_000_000L + seed;
            case BOOLEAN -> seed % 3 == 0;
            case INSTANT -> Instant.parse("2011-09-30T22:38:44.546Z").plusSeconds(seed);
            case AMOUNT -> new BigDecimal("12345678901234567890.123456789").add(BigDecimal.valueOf(seed));
        };
    }
}
