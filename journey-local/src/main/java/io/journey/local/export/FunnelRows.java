package io.journey.local.export;

import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The funnel as lines: a cell is published as a row for each stage and exported as one line with all stages. */
final class FunnelRows {

    private FunnelRows() {}

    static Stream<JsonRow> of(SortedMap<FunnelKey, Funnel> published) {
        Map<Cell, JsonRow> lines = new LinkedHashMap<>();
        published.forEach((key, value) -> lines.computeIfAbsent(Cell.of(key), cell -> line(cell, value))
                .with("reached_" + key.getStage(), value.getReached()));
        return lines.values().stream();
    }

    private static JsonRow line(Cell cell, Funnel anyStage) {
        return new JsonRow()
                .with("window", cell.window())
                .with("windowStart", cell.windowStart())
                .withSegment(cell.segment())
                .with("journeys", anyStage.getJourneys())
                .with("converted", anyStage.getConverted())
                .with("value", JsonRow.shortest(anyStage.getValue()).toPlainString());
    }

    private record Cell(String window, Instant windowStart, String segment) {

        static Cell of(FunnelKey key) {
            return new Cell(key.getWindow(), key.getWindowStart(), key.getSegment());
        }
    }
}
