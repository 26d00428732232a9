package io.journey.bench.hot;

import io.journey.core.journey.Fold;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CustomerRow;
import io.journey.streams.codec.RowTouches;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The row of one customer: standing and latest touches. It is read and written once for each event. */
@State(Scope.Thread)
public class CustomerRowBytes {

    @Param({"4", "32"})
    public int touches;

    private final Sample sample = Sample.load();
    private CustomerRow row = CustomerRow.empty();
    private byte[] bytes = {};

    @Setup
    public void fold() {
        List<Touch> history = sample.history(touches);
        Fold fold = new Fold(sample.rules(), sample.rules().beginning());
        history.forEach(fold::add);
        Standing standing = new Standing(fold.snapshot(), false, fold.lapsesAt(), false, false);
        RowTouches latest = CustomerRow.empty().touches();
        for (Touch touch : history) {
            latest.insert(latest.size(), touch);
        }
        bytes = new CustomerRow(standing, false, null, latest).toBytes();
        // Read back, as a row is before it is written: its touches are bytes that nobody asked for.
        row = CustomerRow.of(bytes);
    }

    @Benchmark
    public CustomerRow read() {
        return CustomerRow.of(bytes);
    }

    @Benchmark
    public byte[] write() {
        return row.toBytes();
    }
}
