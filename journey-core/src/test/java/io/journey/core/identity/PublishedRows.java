package io.journey.core.identity;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers published rows in the form in which {@link BatchAnswer} has them. */
public final class PublishedRows {

    private static final List<String> OF_THE_DEFINITION = List.of("journey", "version");

    private final Map<String, String> rows = new TreeMap<>();

    /**
     * Adds a row.
     *
     * @param topic noun in its name
     * @param key fields by name, in the schema's order
     * @param value fields by name, in the schema's order
     */
    public void add(String topic, Map<String, @Nullable Object> key, Map<String, @Nullable Object> value) {
        rows.put(topic + shown(key), shown(value).strip());
    }

    private static String shown(Map<String, @Nullable Object> fields) {
        StringBuilder shown = new StringBuilder();
        fields.forEach((name, value) -> {
            if (!OF_THE_DEFINITION.contains(name)) {
                shown.append(' ').append(name).append('=');
                shown.append(value instanceof BigDecimal amount ? BatchAnswer.plain(amount) : value);
            }
        });
        return shown.toString();
    }

    /** The rows by key. */
    public Map<String, String> rows() {
        return new TreeMap<>(rows);
    }
}
