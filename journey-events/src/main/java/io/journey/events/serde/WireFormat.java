package io.journey.events.serde;

import java.nio.ByteBuffer;

/** Confluent's wire format: a zero byte, the schema's id in four bytes, most significant first, then bare Avro. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER = 5;

    private WireFormat() {}

    static int id(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt(1);
    }

    static byte[] header(int id) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(id).array();
    }
}
