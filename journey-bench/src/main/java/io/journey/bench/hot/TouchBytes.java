package io.journey.bench.hot;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.TouchCodec;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One touch in a row of its own. */
@State(Scope.Thread)
public class TouchBytes {

    private final List<Touch> touches =
            Sample.load().histories().stream().flatMap(List::stream).toList();
    private final List<Row> rows = touches.stream()
            .map(touch -> new Row(touch.position(), TouchCodec.row(touch)))
            .toList();

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Row(EventPosition position, byte[] bytes) {}

    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public void write(Blackhole blackhole) {
        for (Touch touch : touches) {
            blackhole.consume(TouchCodec.row(touch));
        }
    }

    @Benchmark
    @OperationsPerInvocation(Sample.EVENTS)
    public void read(Blackhole blackhole) {
        for (Row row : rows) {
            blackhole.consume(TouchCodec.row(row.position(), row.bytes()));
        }
    }
}
