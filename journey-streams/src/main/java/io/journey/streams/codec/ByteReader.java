package io.journey.streams.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link ByteWriter} wrote. */
final class ByteReader {

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    byte[] bytes() {
        return bytes;
    }

    int at() {
        return at;
    }

    /** Passes over some bytes; where they begin. */
    int skip(int length) {
        int from = at;
        at += length;
        return from;
    }

    int octet() {
        return bytes[at++] & 0xFF;
    }

    long number() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int count() {
        return Math.toIntExact(unsigned());
    }

    long ordered() {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = value << 8 | (bytes[at++] & 0xFF);
        }
        return value ^ Long.MIN_VALUE;
    }

    String text() {
        return utf8(count());
    }

    @Nullable String optionalText() {
        int length = count();
        return length == 0 ? null : utf8(length - 1);
    }

    /** An escaped text, up to its end or that of the whole. */
    String escaped() {
        byte[] text = new byte[bytes.length - at];
        int length = 0;
        while (at < bytes.length) {
            byte next = bytes[at++];
            if (next == 0 && bytes[at++] == 1) {
                break;
            }
            text[length++] = next;
        }
        return new String(text, 0, length, StandardCharsets.UTF_8);
    }

    /** Text up to the end. */
    String rest() {
        return utf8(bytes.length - at);
    }

    private String utf8(int length) {
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    BigDecimal decimal() {
        int length = octet();
        if (length == 0) {
            return BigDecimal.ZERO;
        }
        int scale = Math.toIntExact(number());
        BigDecimal value = new BigDecimal(new BigInteger(bytes, at, length), scale);
        at += length;
        return value;
    }
}
