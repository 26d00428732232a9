package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;

/** Positions in event order, as keys that compare as they do and as parts of values. */
final class PositionCodec {

    private PositionCodec() {}

    /** Own events, the usual ones, end with their id; others go on with their address. */
    static ByteWriter ordered(ByteWriter writer, EventPosition position) {
        writer.ordered(position.at()).ordered(position.sequence()).escaped(position.eventId());
        return position.isOwn() ? writer : writer.endOfText().escaped(position.address());
    }

    static EventPosition ordered(ByteReader reader) {
        return new EventPosition(
                reader.ordered(), reader.ordered(), reader.escaped(), reader.hasMore() ? reader.escaped() : "");
    }

    static ByteWriter whole(ByteWriter writer, EventPosition position) {
        return writer.number(position.at())
                .number(position.sequence())
                .text(position.eventId())
                .text(position.address());
    }

    static EventPosition whole(ByteReader reader) {
        return new EventPosition(reader.number(), reader.number(), reader.text(), reader.text());
    }
}
