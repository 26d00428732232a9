package io.journey.bench.flink;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.streams.aggregate.CellRows;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds differences to the sum of their cell and publishes the rows that changed by it. */
final class SumDifferences extends KeyedProcessFunction<String, CellDifference, Published> {

    private final Settings settings;
    private transient CellRows cells;
    private transient Rows rows;
    private transient ValueState<Tally> sums;

    SumDifferences(Settings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        cells = new CellRows(settings.definition());
        rows = new Rows(settings);
        sums = getRuntimeContext().getState(new ValueStateDescriptor<>("sum", new Types.TallyBytes()));
    }

    @Override
    public void processElement(CellDifference difference, Context context, Collector<Published> out) throws Exception {
        Cell cell = CellDifference.decoded(difference.cell());
        Tally stored = sums.value();
        Map<SpecificRecord, SpecificRecord> before = new HashMap<>();
        if (stored != null) {
            cells.rows(cell, stored, before::put);
        }
        Tally sum = stored == null ? cell.zero() : stored;
        sum.addAll(difference.tally());
        if (sum.isZero()) {
            sums.clear();
        } else {
            sums.update(sum);
        }
        cells.rows(cell, sum, (key, value) -> {
            SpecificRecord old = before.get(key);
            if (value == null ? old != null : !value.equals(old)) {
                out.collect(rows.encoded(key, value));
            }
        });
    }
}
