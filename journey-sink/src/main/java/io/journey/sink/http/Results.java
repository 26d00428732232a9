package io.journey.sink.http;

import io.journey.sink.database.Database;
import io.journey.sink.http.JourneyQuery.Cell;
import io.journey.sink.http.JourneyQuery.InSegment;
import io.journey.sink.http.JourneyQuery.InWindows;
import io.journey.sink.table.SinkTable;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The published results, as the API lists them. */
final class Results {

    private static final List<String> CELL = List.of("journey", "window_kind", "window_start", "segment");
    private static final String BY_STAGE = place("stage", "2147483647") + ", t.stage";
    // START has no row among the stages and comes first, END has none and comes last.
    private static final String BY_EDGE =
            place("from_stage", "-1") + ", " + place("to_stage", "2147483647") + ", t.from_stage, t.to_stage";

    private static final Listing FUNNEL = Listing.of(
            SinkTable.FUNNEL, CELL, "t.position", "stage", "position", "journeys", "reached", "converted", "value");
    private static final Listing CONVERSIONS = Listing.of(
            SinkTable.STAGE_CONVERSIONS,
            CELL,
            BY_EDGE,
            "fromStage",
            "toStage",
            "entered",
            "converted",
            "p50Ms",
            "p90Ms",
            "p99Ms");
    private static final Listing OUTCOMES = Listing.of(
            SinkTable.STAGE_OUTCOMES,
            CELL,
            BY_STAGE,
            "stage",
            "visits",
            "open",
            "endedAdvance",
            "endedSkip",
            "endedRegress",
            "endedExit",
            "endedComplete",
            "endedLapse",
            "dwellP50Ms",
            "dwellP90Ms",
            "dwellP99Ms",
            "touchesP50",
            "touchesP90",
            "touchesP99");
    private static final Listing FLOWS =
            Listing.of(SinkTable.STAGE_FLOWS, CELL, BY_EDGE, "fromStage", "toStage", "transitions");
    private static final Listing OCCUPANCY =
            Listing.of(SinkTable.OCCUPANCY, List.of("journey", "segment"), BY_STAGE, "stage", "journeys");
    private static final Listing BALANCE = Listing.of(
            SinkTable.BALANCE, List.of("journey"), "t.source", "source", "read", "inJourneys", "duplicate", "rejected");

    private static final String WINDOWS = """
            SELECT window_start FROM funnel WHERE journey = ? AND window_kind = ?
            UNION SELECT window_start FROM stage_outcomes WHERE journey = ? AND window_kind = ?
            UNION SELECT window_start FROM stage_conversions WHERE journey = ? AND window_kind = ?
            ORDER BY window_start""";
    private static final String SEGMENTS = """
            SELECT segment FROM funnel WHERE journey = ?
            UNION SELECT segment FROM stage_outcomes WHERE journey = ?
            UNION SELECT segment FROM stage_conversions WHERE journey = ?
            UNION SELECT segment FROM stage_flows WHERE journey = ?
            UNION SELECT segment FROM occupancy WHERE journey = ?""";

    private final Database database;

    Results(Database database) {
        this.database = database;
    }

    private static String place(String stageColumn, String withoutRow) {
        return "coalesce((SELECT s.position FROM stages AS s WHERE s.journey = t.journey AND s.stage = t." + stageColumn
                + "), " + withoutRow + ")";
    }

    Answer.Body funnel(Cell cell) {
        return () -> read(FUNNEL, cell);
    }

    Answer.Body conversions(Cell cell) {
        return () -> read(CONVERSIONS, cell);
    }

    Answer.Body outcomes(Cell cell) {
        return () -> read(OUTCOMES, cell);
    }

    Answer.Body flows(Cell cell) {
        return () -> read(FLOWS, cell);
    }

    Answer.Body occupancy(InSegment where) {
        return () -> OCCUPANCY.read(database, where.journey(), where.segment());
    }

    Answer.Body balance(String journey) {
        return () -> BALANCE.read(database, journey);
    }

    Answer.Body windows(InWindows where) {
        List<String> parameters = new ArrayList<>();
        for (int table = 0; table < 3; table++) {
            parameters.add(where.journey());
            parameters.add(where.window());
        }
        return () -> database.query(
                WINDOWS,
                parameters,
                row -> JsonForm.of(
                        row.getObject("window_start", OffsetDateTime.class).toInstant()));
    }

    /** The whole first, then breakdowns by one dimension, then by more. */
    Answer.Body segments(String journey) {
        Comparator<String> order = Comparator.comparing(
                        (String segment) -> Breakdown.dimensions(segment).size())
                .thenComparing(Comparator.naturalOrder());
        return () -> database.query(SEGMENTS, Collections.nCopies(5, journey), row -> row.getString("segment")).stream()
                .sorted(order)
                .toList();
    }

    private List<Map<String, @Nullable Object>> read(Listing listing, Cell cell) throws SQLException {
        return listing.read(database, cell.journey(), cell.window(), cell.windowStart(), cell.segment());
    }
}
