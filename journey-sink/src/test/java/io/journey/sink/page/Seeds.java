package io.journey.sink.page;

import io.journey.sink.table.SinkTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rows that the tests and the README's pictures start from, one file a table.
 *
 * <p>A shop invented by a simulation, in two months, a day and two segments of one month, and one month of real loan
 * applications.
 */
final class Seeds {

    static final String SHOP = "shop-lifecycle";
    static final String LOANS = "loan-application";
    static final String FEBRUARY = "2026-01-31T23:00:00.000Z";
    static final String MARCH = "2026-02-28T23:00:00.000Z";
    static final String PI_DAY = "2026-03-13T23:00:00.000Z";
    static final String NOVEMBER = "2011-11-01T00:00:00.000Z";

    private Seeds() {}

    static List<SeedRow> of(SinkTable table) {
        String name = table.tableName().replace('_', '-') + ".tsv";
        try (InputStream file = Seeds.class.getResourceAsStream(name)) {
            if (file == null) {
                return List.of();
            }
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String[] names = lines.get(0).split("\t", -1);
            return lines.stream()
                    .skip(1)
                    .map(line -> row(table, names, line.split("\t", -1)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(name + " cannot be read", failure);
        }
    }

    private static SeedRow row(SinkTable table, String[] names, String[] values) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            fields.put(names[i], values[i]);
        }
        return new SeedRow(table, fields);
    }

    static Stream<SeedRow> all() {
        return Arrays.stream(SinkTable.values()).flatMap(table -> of(table).stream());
    }

    /** Rows of one journey, window and segment. */
    static List<SeedRow> of(SinkTable table, String journey, String windowStart, String segment) {
        return of(table).stream()
                .filter(row -> row.get("journey").equals(journey)
                        && row.get("windowStart").equals(windowStart)
                        && row.get("segment").equals(segment))
                .toList();
    }

    /** The one row of the shop's whole in March whose field has the value. */
    static SeedRow inMarch(SinkTable table, String field, String value) {
        return of(table, SHOP, MARCH, "").stream()
                .filter(row -> row.get(field).equals(value))
                .findFirst()
                .orElseThrow();
    }
}
