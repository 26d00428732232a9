package io.journey.streams.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Byte strings in a row, one behind the other and each behind its length. They stay as they lie there and are found by
 * where they begin, so that reading and writing them is one copy however many they are; what is seldom, a change in their
 * midst, copies all.
 */
final class Packed {

    private static final int ROOM = 8;

    private byte[] bytes;
    private int from;
    private int to;
    private int[] begins;
    private int[] ends;
    private int size;
    private boolean shared;

    Packed() {
        this(new byte[0], 0, 0, 0, false);
    }

    private Packed(byte[] bytes, int from, int to, int size, boolean shared) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.size = size;
        this.shared = shared;
        this.begins = new int[size + ROOM];
        this.ends = new int[size + ROOM];
    }

    /** Those that follow; their bytes are left to others as they are. */
    static Packed read(ByteReader reader) {
        int size = reader.count();
        Packed packed = new Packed(reader.bytes(), reader.at(), reader.at(), size, true);
        packed.find(reader);
        return packed;
    }

    private void find(ByteReader reader) {
        for (int i = 0; i < size; i++) {
            int length = reader.count();
            begins[i] = reader.skip(length);
            ends[i] = begins[i] + length;
        }
        to = reader.at();
    }

    void write(ByteWriter writer) {
        writer.unsigned(size).raw(bytes, from, to);
    }

    int size() {
        return size;
    }

    /** All of them, with their lengths. */
    int bytes() {
        return to - from;
    }

    ByteReader reader(int index) {
        return new ByteReader(bytes, begins[index]);
    }

    String text(int index) {
        return new String(bytes, begins[index], ends[index] - begins[index], StandardCharsets.UTF_8);
    }

    int octet(int index) {
        return bytes[begins[index]];
    }

    /** Changes the first byte of one. */
    void octet(int index, int value) {
        own(to - from);
        bytes[begins[index]] = (byte) value;
    }

    boolean is(int index, byte[] value) {
        return Arrays.equals(bytes, begins[index], ends[index], value, 0, value.length);
    }

    /** Whether a text, behind its length, stands behind the first byte of one. */
    boolean hasText(int index, byte[] utf8) {
        int at = begins[index] + 1;
        int length = utf8.length;
        if (length > 0 && length < 0x80) {
            // Ends differ far more often than beginnings do.
            return bytes[at] == length
                    && bytes[at + length] == utf8[length - 1]
                    && Arrays.equals(bytes, at + 1, at + 1 + length, utf8, 0, length);
        }
        ByteReader reader = new ByteReader(bytes, at);
        int there = reader.count();
        int begin = reader.skip(there);
        return Arrays.equals(bytes, begin, begin + there, utf8, 0, length);
    }

    /** Puts in the first bytes of a value, so many as its length says. */
    void insert(int index, byte[] value, int length) {
        int begin = index == size ? to : start(index);
        int tail = to - begin;
        int more = ByteWriter.sizeOfUnsigned(length) + length;
        own(to - from + more);
        // Owned bytes begin at 0.
        int at = to - tail;
        System.arraycopy(bytes, at, bytes, at + more, tail);
        System.arraycopy(value, 0, bytes, ByteWriter.unsigned(bytes, at, length), length);
        to += more;
        if (begins.length == size) {
            begins = Arrays.copyOf(begins, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(begins, index, begins, index + 1, size - index);
        System.arraycopy(ends, index, ends, index + 1, size - index);
        size++;
        begins[index] = at + more - length;
        ends[index] = at + more;
        move(index + 1, more);
    }

    void remove(int index) {
        own(to - from);
        int at = start(index);
        int less = ends[index] - at;
        System.arraycopy(bytes, at + less, bytes, at, to - at - less);
        to -= less;
        size--;
        System.arraycopy(begins, index + 1, begins, index, size - index);
        System.arraycopy(ends, index + 1, ends, index, size - index);
        move(index, -less);
    }

    private int start(int index) {
        return index == 0 ? from : ends[index - 1];
    }

    private void move(int first, int by) {
        for (int i = first; i < size; i++) {
            begins[i] += by;
            ends[i] += by;
        }
    }

    /** Makes the bytes its own, with room for so many. */
    private void own(int room) {
        if (shared || bytes.length < room) {
            byte[] own = new byte[room + room / 8];
            System.arraycopy(bytes, from, own, 0, to - from);
            move(0, -from);
            to -= from;
            from = 0;
            bytes = own;
            shared = false;
        }
    }
}
