package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The row of one identity: where the customer stands, and the latest touches. Most customers' touches all fit, so that
 * one read and one write are all that an event costs.
 *
 * @param standing null for an identity of which no touch or claim is known
 * @param recorded whether events may have rows of their own
 * @param older position of the last touch that lies in a row of its own, and before which all others that do lie; null
 *     for none
 * @param touches those after that one; they change in place
 */
public record CustomerRow(
        @Nullable Standing standing,
        boolean recorded,
        @Nullable EventPosition older,
        RowTouches touches) {

    /** Each touch has its texts in full. */
    private static final int TEXTS_IN_FULL = 2;

    private static final int TEXTS_ONCE = 3;

    private static final int STANDING = 1;
    private static final int RECORDED = 2;
    private static final int OLDER = 4;

    /** Room for a usual standing. */
    private static final int STANDING_BYTES = 256;

    /** The row of somebody never seen. */
    public static CustomerRow empty() {
        return new CustomerRow(null, false, null, new RowTouches());
    }

    public byte[] toBytes() {
        ByteWriter writer = Layout.writer(TEXTS_ONCE, STANDING_BYTES + touches.bytes())
                .octet((standing == null ? 0 : STANDING) | (recorded ? RECORDED : 0) | (older == null ? 0 : OLDER));
        if (standing != null) {
            StandingCodec.write(writer, standing);
        }
        if (older != null) {
            PositionCodec.whole(writer, older);
        }
        touches.write(writer);
        return writer.toBytes();
    }

    public static CustomerRow of(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "customer row", TEXTS_IN_FULL, TEXTS_ONCE);
        int marks = reader.octet();
        Standing standing = (marks & STANDING) == 0 ? null : StandingCodec.standing(reader);
        EventPosition older = (marks & OLDER) == 0 ? null : PositionCodec.whole(reader);
        RowTouches touches = bytes[0] == TEXTS_ONCE ? RowTouches.read(reader) : RowTouches.readInFull(reader);
        return new CustomerRow(standing, (marks & RECORDED) != 0, older, touches);
    }
}
