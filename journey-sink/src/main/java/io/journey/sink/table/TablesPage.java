package io.journey.sink.table;

import java.util.List;

/** Prints docs/tables.md: what an analyst finds in the database. */
public final class TablesPage {

    private static final String HEAD = """
            # Tables

            <!-- Printed from the Avro schemas by TablesPage; ./mvnw test -pl journey-sink -am -Dregenerate=true rewrites it. -->

            One table a topic, the columns of its key first: they name a row, and a later record of the same key replaces
            it or, as a tombstone, deletes it. DuckDB and PostgreSQL have the same columns, and the same texts as comments
            on them. Column names are the Avro fields' in snake case; `window` is `window_kind`, because SQL reserves the
            word. Instants are `TIMESTAMP WITH TIME ZONE` with the milliseconds of the topic, amounts `DECIMAL(38, 9)`.

            `sink_offset` belongs to the sink: how far each partition is in the tables, written in the same transaction as
            the rows. Deleting a topic's rows from it makes the sink read that topic from its beginning at its next start.
            `flyway_schema_history` belongs to the migrations.
            """;

    private TablesPage() {}

    /** The page as it has to be. */
    public static String render() {
        StringBuilder page = new StringBuilder(HEAD);
        for (SinkTable table : SinkTable.values()) {
            page.append("\n## ")
                    .append(table.tableName())
                    .append("\n\n")
                    .append(table.meaning())
                    .append(" Topic: `")
                    .append(table.topic().named("journey"))
                    .append("`.\n\n| column | type | null | meaning |\n|---|---|---|---|\n");
            rows(page, table.keyColumns(), "**");
            rows(page, table.valueColumns(), "");
        }
        return page.toString();
    }

    private static void rows(StringBuilder page, List<Column> columns, String mark) {
        for (Column column : columns) {
            page.append("| ")
                    .append(mark)
                    .append(column.name())
                    .append(mark)
                    .append(" | ")
                    .append(column.type().sqlName())
                    .append(" | ")
                    .append(column.nullable() ? "yes" : "")
                    .append(" | ")
                    .append(column.meaning().replace("|", "\\|"))
                    .append(" |\n");
        }
    }
}
