package io.journey.sink.consume;

import io.journey.sink.table.SinkTable;
import java.time.Duration;
import java.util.Map;

/** Hears of what the loop does, for metrics. Called on the loop's thread. */
public interface SinkListener {

    /** A batch got in. */
    void written(Map<SinkTable, Integer> rows, int records, Duration took);

    /** A batch was refused because somebody else had moved an offset. */
    void fenced();
}
