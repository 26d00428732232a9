package io.journey.streams.topology;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.streams.codec.CellCodec;
import io.journey.streams.codec.TouchCodec;
import io.journey.streams.intake.Intake;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of the repartition topics, which nobody else reads. Stateless, so that threads may share them. */
final class InternalSerdes {

    private InternalSerdes() {}

    static Serde<Object> customers() {
        return Serdes.serdeFrom(
                (topic, customer) -> ((String) customer).getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> new String(bytes, StandardCharsets.UTF_8));
    }

    static Serde<Object> misplacedTouches() {
        return Serdes.serdeFrom(
                (topic, touch) -> TouchCodec.whole(((Intake.Misplaced) touch).touch()),
                (topic, bytes) -> new Intake.Misplaced(TouchCodec.whole(bytes), -1));
    }

    static Serde<Cell> cells() {
        return Serdes.serdeFrom((topic, cell) -> CellCodec.cell(cell), (topic, bytes) -> CellCodec.cell(bytes));
    }

    static Serde<Tally> tallies() {
        return Serdes.serdeFrom((topic, tally) -> CellCodec.tally(tally), (topic, bytes) -> CellCodec.tally(bytes));
    }
}
