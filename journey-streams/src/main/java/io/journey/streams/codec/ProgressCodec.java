package io.journey.streams.codec;

import io.journey.streams.clock.Progress;
import org.jspecify.annotations.Nullable;

/** Progress as the global store keeps it. */
public final class ProgressCodec {

    private ProgressCodec() {}

    public static byte[] progress(Progress progress) {
        ByteWriter writer = Layout.writer(32).octet(progress.unread() ? 1 : 0);
        optional(writer, progress.lastRead());
        optional(writer, progress.greatest());
        optional(writer, progress.greatestReadAt());
        optional(writer, progress.nextOffset());
        optional(writer, progress.settled());
        return writer.toBytes();
    }

    public static Progress progress(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "clock row");
        boolean unread = reader.octet() != 0;
        return new Progress(
                optional(reader), optional(reader), optional(reader), optional(reader), unread, optional(reader));
    }

    private static void optional(ByteWriter writer, @Nullable Long value) {
        writer.octet(value == null ? 0 : 1);
        if (value != null) {
            writer.number(value);
        }
    }

    private static @Nullable Long optional(ByteReader reader) {
        return reader.octet() == 0 ? null : Long.valueOf(reader.number());
    }
}
