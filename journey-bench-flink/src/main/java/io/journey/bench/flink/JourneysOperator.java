package io.journey.bench.flink;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Passes the sums on before every barrier, so that they are part of no checkpoint: what Flink's documentation of this
 * hook calls opportunistic pre-aggregation, and what its SQL does under the name of local aggregation.
 */
final class JourneysOperator extends KeyedProcessOperator<String, AddressedTouch, Published> {

    static final OutputTag<CellDifference> DIFFERENCES = new OutputTag<>("differences", Types.CELL_DIFFERENCE);

    JourneysOperator(Journeys journeys) {
        super(journeys);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        passOn();
    }

    @Override
    public void finish() throws Exception {
        passOn();
        super.finish();
    }

    private void passOn() {
        ((Journeys) userFunction).drain(this::passOn);
    }

    private void passOn(Cell cell, Tally tally) {
        output.collect(DIFFERENCES, new StreamRecord<>(new CellDifference(cell, tally)));
    }
}
