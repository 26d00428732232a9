package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import org.jspecify.annotations.Nullable;

/** A touch as a row of the history, its position being in the key, and whole, as it travels to another partition. */
public final class TouchCodec {

    private TouchCodec() {}

    public static byte[] row(Touch touch) {
        return write(Layout.writer(64), touch, Texts.IN_FULL).toBytes();
    }

    public static Touch row(EventPosition position, byte[] bytes) {
        return read(Layout.reader(bytes, "history row"), position, Texts.IN_FULL);
    }

    static ByteWriter whole(ByteWriter writer, Touch touch) {
        return write(PositionCodec.whole(writer, touch.position()), touch, Texts.IN_FULL);
    }

    static Touch whole(ByteReader reader) {
        return read(reader, PositionCodec.whole(reader), Texts.IN_FULL);
    }

    static ByteWriter write(ByteWriter writer, Touch touch, Texts texts) {
        texts.write(writer, touch.source());
        texts.write(writer, touch.channel());
        texts.write(writer, touch.touchpoint());
        writer.number(touch.rule())
                .unsigned(touch.countedRules())
                .decimal(touch.amount())
                .unsigned(touch.profileSize());
        for (int i = 0; i < touch.profileSize(); i++) {
            texts.writeOptional(writer, touch.profile(i));
        }
        return writer;
    }

    static Touch read(ByteReader reader, EventPosition position, Texts texts) {
        String source = texts.read(reader);
        String channel = texts.read(reader);
        String touchpoint = texts.read(reader);
        int rule = (int) reader.number();
        long counted = reader.unsigned();
        var amount = reader.decimal();
        @Nullable String[] profile = new String[reader.count()];
        for (int i = 0; i < profile.length; i++) {
            profile[i] = texts.readOptional(reader);
        }
        return new Touch(position, source, channel, touchpoint, rule, counted, amount, profile);
    }
}
