package io.journey.sink.page;

import io.journey.sink.table.Change;
import io.journey.sink.table.Column;
import io.journey.sink.table.SinkTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row that is, or will be, in the database, with its fields as text under their Avro names.
 *
 * @param fields empty text stands for null where the column allows it
 */
record SeedRow(SinkTable table, Map<String, String> fields) {

    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    long number(String field) {
        return Long.parseLong(get(field));
    }

    SeedRow with(String field, Object value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value.toString());
        return new SeedRow(table, changed);
    }

    Change upsert() {
        List<@Nullable Object> values = new ArrayList<>();
        for (Column column : table.valueColumns()) {
            values.add(column.nullable() && get(column.field()).isEmpty() ? null : value(column));
        }
        return new Change.Upsert(table, key(), values);
    }

    Change delete() {
        return new Change.Delete(table, key());
    }

    private List<Object> key() {
        return table.keyColumns().stream().map(this::value).toList();
    }

    private Object value(Column column) {
        String text = get(column.field());
        return switch (column.type()) {
            case TEXT -> text;
            case INTEGER -> Integer.valueOf(text);
            case BIGINT -> Long.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case INSTANT -> Instant.parse(text);
            case AMOUNT -> new BigDecimal(text).setScale(9);
        };
    }
}
