package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Standing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of one identity: where the customer stands, and the latest touches. Most customers' touches all fit, so that
 * one read and one write are all that an event costs.
 *
 * @param standing null for an identity of which no touch or claim is known
 * @param recorded whether events may have rows of their own
 * @param older position of the last touch that lies in a row of its own, and before which all others that do lie; null
 *     for none
 * @param recent the touches after that one, in event order
 */
public record CustomerRow(
        @Nullable Standing standing,
        boolean recorded,
        @Nullable EventPosition older,
        List<RecentTouch> recent) {

    public static final CustomerRow EMPTY = new CustomerRow(null, false, null, List.of());

    private static final int STANDING = 1;
    private static final int RECORDED = 2;
    private static final int OLDER = 4;

    /** Room for a usual standing. */
    private static final int STANDING_BYTES = 256;

    public byte[] toBytes() {
        int expected = STANDING_BYTES;
        for (RecentTouch touch : recent) {
            expected += touch.size() + 2;
        }
        ByteWriter writer = Layout.writer(expected)
                .octet((standing == null ? 0 : STANDING) | (recorded ? RECORDED : 0) | (older == null ? 0 : OLDER));
        if (standing != null) {
            StandingCodec.write(writer, standing);
        }
        if (older != null) {
            PositionCodec.whole(writer, older);
        }
        writer.unsigned(recent.size());
        recent.forEach(touch -> touch.write(writer));
        return writer.toBytes();
    }

    public static CustomerRow of(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "customer row");
        int marks = reader.octet();
        Standing standing = (marks & STANDING) == 0 ? null : StandingCodec.standing(reader);
        EventPosition older = (marks & OLDER) == 0 ? null : PositionCodec.whole(reader);
        int count = reader.count();
        List<RecentTouch> recent = new ArrayList<>(count + 1);
        for (int i = 0; i < count; i++) {
            recent.add(RecentTouch.read(reader));
        }
        return new CustomerRow(standing, (marks & RECORDED) != 0, older, recent);
    }
}
