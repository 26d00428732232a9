package io.journey.sink.http;

import io.journey.sink.database.Database;
import io.journey.sink.table.SinkTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The definitions that results are published for. */
final class Definitions {

    private static final String COLUMNS = """
            SELECT journey, version, time_zone, conversion_stage, conversion_window_ms, windows, segments
            FROM definitions""";
    private static final Listing STAGES = Listing.of(
            SinkTable.STAGES,
            List.of("journey"),
            "t.position",
            "stage",
            "position",
            "exit",
            "initial",
            "lapseAfterMs",
            "targetDwellMs");

    private final Database database;

    Definitions(Database database) {
        this.database = database;
    }

    List<DefinitionView> all() throws SQLException {
        return withStages(database.query(COLUMNS + " ORDER BY journey", List.of(), Definitions::row));
    }

    List<DefinitionView> named(String journey) throws SQLException {
        return withStages(database.query(COLUMNS + " WHERE journey = ?", List.of(journey), Definitions::row));
    }

    List<String> names() throws SQLException {
        return database.query(
                "SELECT journey FROM definitions ORDER BY journey", List.of(), row -> row.getString("journey"));
    }

    private static DefinitionView row(ResultSet row) throws SQLException {
        return new DefinitionView(
                row.getString("journey"),
                row.getInt("version"),
                row.getString("time_zone"),
                row.getString("conversion_stage"),
                row.getLong("conversion_window_ms"),
                List.of(row.getString("windows").split(",")),
                Breakdown.kept(row.getString("segments")),
                List.of());
    }

    private List<DefinitionView> withStages(List<DefinitionView> definitions) throws SQLException {
        List<DefinitionView> complete = new ArrayList<>();
        for (DefinitionView definition : definitions) {
            List<Map<String, @Nullable Object>> stages = STAGES.read(database, definition.journey());
            complete.add(definition.with(stages));
        }
        return complete;
    }
}
