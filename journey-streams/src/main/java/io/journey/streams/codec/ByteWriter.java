package io.journey.streams.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Writes compact binary: variable-length numbers, length-prefixed UTF-8. Grows as needed; not thread-safe. */
final class ByteWriter {

    private byte[] bytes;
    private int size;

    ByteWriter(int expected) {
        bytes = new byte[expected];
    }

    byte[] toBytes() {
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    int size() {
        return size;
    }

    void insertInto(Packed entries, int index) {
        entries.insert(index, bytes, size);
    }

    private void require(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    ByteWriter octet(int value) {
        require(1);
        bytes[size++] = (byte) value;
        return this;
    }

    ByteWriter raw(byte[] value) {
        return raw(value, 0, value.length);
    }

    ByteWriter raw(byte[] value, int from, int to) {
        require(to - from);
        System.arraycopy(value, from, bytes, size, to - from);
        size += to - from;
        return this;
    }

    /** A number in variable length, small for those close to 0 on either side. */
    ByteWriter number(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    /** A number in variable length, small for small ones; negative ones take ten bytes. */
    ByteWriter unsigned(long value) {
        require(10);
        size = unsigned(bytes, size, value);
        return this;
    }

    /**
     * Writes the same into bytes that have room for it.
     *
     * @return where it ends
     */
    static int unsigned(byte[] bytes, int at, long value) {
        int end = at;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[end++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[end++] = (byte) rest;
        return end;
    }

    /** Bytes that a number takes that way. */
    static int sizeOfUnsigned(long value) {
        return Math.max(1, (70 - Long.numberOfLeadingZeros(value)) / 7);
    }

    /** Eight bytes that compare as the number does. */
    ByteWriter ordered(long value) {
        require(8);
        long flipped = value ^ Long.MIN_VALUE;
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (flipped >>> shift);
        }
        return this;
    }

    ByteWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return unsigned(utf8.length).raw(utf8);
    }

    /**
     * A text that compares as its UTF-8 bytes do, also when something follows it: a zero byte inside is written as 0 255,
     * which is above its end, 0 1, and above the end of the whole.
     */
    ByteWriter escaped(String value) {
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            octet(each);
            if (each == 0) {
                octet(0xFF);
            }
        }
        return this;
    }

    /** Separates an escaped text from what follows. */
    ByteWriter endOfText() {
        return octet(0).octet(1);
    }

    /** A text that may be absent. */
    ByteWriter optionalText(@Nullable String value) {
        if (value == null) {
            return unsigned(0);
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return unsigned(utf8.length + 1L).raw(utf8);
    }

    /** Zero, the usual amount, takes one byte. */
    ByteWriter decimal(BigDecimal value) {
        if (value.signum() == 0) {
            return octet(0);
        }
        byte[] unscaled = value.unscaledValue().toByteArray();
        return octet(unscaled.length).number(value.scale()).raw(unscaled);
    }
}
