package io.journey.bench.flink;

import io.journey.core.aggregate.Tally;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.streams.codec.CellCodec;
import io.journey.streams.codec.StandingCodec;
import io.journey.streams.codec.TouchCodec;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** What travels between tasks and what lies in state, in the same compact form as ours. */
final class Types {

    static final CodedType<AddressedTouch> ADDRESSED_TOUCH =
            new CodedType<>(AddressedTouch.class, new AddressedTouches());
    static final CodedType<CellDifference> CELL_DIFFERENCE =
            new CodedType<>(CellDifference.class, new CellDifferences());
    static final CodedType<Published> PUBLISHED = new CodedType<>(Published.class, new PublishedRows());

    private Types() {}

    private static void write(EventPosition position, DataOutputView target) throws IOException {
        target.writeLong(position.at());
        target.writeLong(position.sequence());
        target.writeUTF(position.eventId());
    }

    private static EventPosition position(DataInputView source) throws IOException {
        return new EventPosition(source.readLong(), source.readLong(), source.readUTF());
    }

    /** Touches with their customer. */
    public static final class AddressedTouches extends CodedSerializer<AddressedTouch> {

        private final Touches touches = new Touches();

        @Override
        public void serialize(AddressedTouch value, DataOutputView target) throws IOException {
            target.writeUTF(value.customer());
            touches.serialize(value.touch(), target);
        }

        @Override
        public AddressedTouch deserialize(DataInputView source) throws IOException {
            return new AddressedTouch(source.readUTF(), touches.deserialize(source));
        }
    }

    /** Touches of one customer. */
    public static final class Touches extends CodedSerializer<Touch> {

        @Override
        public void serialize(Touch value, DataOutputView target) throws IOException {
            write(value.position(), target);
            bytes(TouchCodec.row(value), target);
        }

        @Override
        public Touch deserialize(DataInputView source) throws IOException {
            return TouchCodec.row(position(source), bytes(source));
        }
    }

    /** Where customers stand. */
    public static final class Standings extends CodedSerializer<Standing> {

        @Override
        public void serialize(Standing value, DataOutputView target) throws IOException {
            target.writeBoolean(value.lapsed());
            target.writeLong(value.scheduled());
            bytes(StandingCodec.snapshot(value.snapshot()), target);
        }

        @Override
        public Standing deserialize(DataInputView source) throws IOException {
            boolean lapsed = source.readBoolean();
            long scheduled = source.readLong();
            return new Standing(StandingCodec.snapshot(bytes(source)), lapsed, scheduled, false, false);
        }
    }

    /** Starts of journeys. */
    public static final class Boundaries extends CodedSerializer<Fold.Boundary> {

        @Override
        public void serialize(Fold.Boundary value, DataOutputView target) throws IOException {
            write(value.first(), target);
            bytes(StandingCodec.snapshot(value.before()), target);
        }

        @Override
        public Fold.Boundary deserialize(DataInputView source) throws IOException {
            return new Fold.Boundary(position(source), StandingCodec.snapshot(bytes(source)));
        }
    }

    /** Differences of cells. */
    public static final class CellDifferences extends CodedSerializer<CellDifference> {

        private final TallyBytes tallies = new TallyBytes();

        @Override
        public void serialize(CellDifference value, DataOutputView target) throws IOException {
            target.writeUTF(value.cell());
            tallies.serialize(value.tally(), target);
        }

        @Override
        public CellDifference deserialize(DataInputView source) throws IOException {
            return new CellDifference(source.readUTF(), tallies.deserialize(source));
        }
    }

    /** Sums of cells; never changed once they are in state. */
    public static final class TallyBytes extends CodedSerializer<Tally> {

        @Override
        public void serialize(Tally value, DataOutputView target) throws IOException {
            bytes(CellCodec.tally(value), target);
        }

        @Override
        public Tally deserialize(DataInputView source) throws IOException {
            return CellCodec.tally(bytes(source));
        }
    }

    /** Rows on their way to a sink; between chained operators they are never written. */
    public static final class PublishedRows extends CodedSerializer<Published> {

        @Override
        public void serialize(Published value, DataOutputView target) throws IOException {
            target.writeUTF(value.topic());
            bytes(value.key(), target);
            target.writeBoolean(value.value() != null);
            if (value.value() != null) {
                bytes(value.value(), target);
            }
        }

        @Override
        public Published deserialize(DataInputView source) throws IOException {
            return new Published(source.readUTF(), bytes(source), source.readBoolean() ? bytes(source) : null);
        }
    }
}
