package io.journey.streams.topology;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.streams.codec.CellCodec;
import io.journey.streams.codec.MessageCodec;
import io.journey.streams.ladder.Message;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of internal topics, which nobody else reads. Stateless, so that threads may share them. */
final class InternalSerdes {

    private InternalSerdes() {}

    static Serde<String> identities() {
        return Serdes.String();
    }

    static Serde<Message> messages() {
        return Serdes.serdeFrom(
                (topic, message) -> MessageCodec.message(message), (topic, bytes) -> MessageCodec.message(bytes));
    }

    static Serde<Cell> cells() {
        return Serdes.serdeFrom((topic, cell) -> CellCodec.cell(cell), (topic, bytes) -> CellCodec.cell(bytes));
    }

    static Serde<Tally> tallies() {
        return Serdes.serdeFrom((topic, tally) -> CellCodec.tally(tally), (topic, bytes) -> CellCodec.tally(bytes));
    }
}
