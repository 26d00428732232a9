package io.journey.events.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** One thread's buffer and encoder. The buffered encoder takes half the time of the direct one. */
final class AvroBuffer {

    /** A buffer that a huge record made larger than this is dropped. */
    private static final int LARGEST_KEPT = 1 << 20;

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private @Nullable BinaryEncoder encoder;

    byte[] encode(int id, DatumWriter<Object> writer, Object record) throws IOException {
        BinaryEncoder usual = encoder != null ? encoder : EncoderFactory.get().binaryEncoder(bytes, null);
        // Kept only when all went well: what a failed record left in the encoder's own buffer is thrown away.
        encoder = null;
        bytes.reset();
        bytes.writeBytes(WireFormat.header(id));
        writer.write(record, usual);
        usual.flush();
        byte[] encoded = bytes.toByteArray();
        if (encoded.length > LARGEST_KEPT) {
            bytes = new ByteArrayOutputStream(512);
        } else {
            encoder = usual;
        }
        return encoded;
    }
}
