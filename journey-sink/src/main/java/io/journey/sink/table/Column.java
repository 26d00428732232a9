package io.journey.sink.table;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * A column, as one field of a key or a value gives it.
 *
 * @param field name of the Avro field
 * @param name name in the database: the field's in snake case, unless SQL reserves that word
 * @param nullable whether the field may be null
 * @param meaning the field's documentation
 */
public record Column(String field, String name, ColumnType type, boolean nullable, String meaning) {

    private static final Pattern WORD_BEGIN = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    static Column of(Schema.Field field) {
        Schema schema = field.schema();
        boolean nullable = schema.isNullable();
        Schema present = nullable
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(field.name() + " can only be null"))
                : schema;
        String meaning = field.doc() == null ? "" : field.doc();
        return new Column(field.name(), nameOf(field.name()), ColumnType.of(present), nullable, meaning);
    }

    private static String nameOf(String field) {
        // Reserved in both databases, and a column that must be quoted in every query is a trap.
        if (field.equals("window")) {
            return "window_kind";
        }
        return WORD_BEGIN.matcher(field).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
