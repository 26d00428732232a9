package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of a customer's latest touches, as it lies in the customer's row. Decoded only when somebody asks, because most
 * inputs only add another one behind it.
 */
public final class RecentTouch {

    private static final int OWN = 1;
    private static final int RECORDED = 2;

    private final byte[] bytes;
    private final int from;
    private final int to;
    private int marks;
    private @Nullable EventPosition position;
    private @Nullable Touch touch;

    private RecentTouch(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from + 1;
        this.to = to;
        this.marks = bytes[from];
    }

    /** A touch whose event has a row of its own, until it is marked otherwise. */
    public static RecentTouch of(Touch touch) {
        EventPosition position = touch.position();
        ByteWriter writer = new ByteWriter(96)
                .octet(RECORDED | (position.isOwn() ? OWN : 0))
                .text(position.eventId());
        if (!position.isOwn()) {
            writer.text(position.address());
        }
        byte[] bytes = TouchCodec.write(writer.number(position.at()).number(position.sequence()), touch)
                .toBytes();
        RecentTouch recent = new RecentTouch(bytes, 0, bytes.length);
        recent.position = position;
        recent.touch = touch;
        return recent;
    }

    static RecentTouch read(ByteReader reader) {
        int length = reader.count();
        int from = reader.skip(length);
        return new RecentTouch(reader.bytes(), from, from + length);
    }

    void write(ByteWriter writer) {
        writer.unsigned(size()).octet(marks).raw(bytes, from, to);
    }

    /** Bytes in the row, without their length. */
    public int size() {
        return to - from + 1;
    }

    /** Whether the identity that keeps it is its event's address. */
    public boolean isOwn() {
        return (marks & OWN) != 0;
    }

    /** Whether its event has a row of its own beside this one. */
    public boolean isRecorded() {
        return (marks & RECORDED) != 0;
    }

    public void recorded(boolean is) {
        marks = is ? marks | RECORDED : marks & ~RECORDED;
    }

    /** The touch of an event of the address itself, among several. */
    public static @Nullable RecentTouch of(String eventId, List<RecentTouch> touches) {
        byte[] utf8 = eventId.getBytes(StandardCharsets.UTF_8);
        for (RecentTouch touch : touches) {
            if (touch.isOwn() && touch.hasId(utf8)) {
                return touch;
            }
        }
        return null;
    }

    private boolean hasId(byte[] utf8) {
        ByteReader reader = new ByteReader(bytes, from);
        int length = reader.count();
        int begin = reader.skip(length);
        return Arrays.equals(bytes, begin, begin + length, utf8, 0, utf8.length);
    }

    public EventPosition position() {
        if (position == null) {
            position = position(new ByteReader(bytes, from));
        }
        return position;
    }

    private EventPosition position(ByteReader reader) {
        String eventId = reader.text();
        String address = isOwn() ? "" : reader.text();
        return new EventPosition(reader.number(), reader.number(), eventId, address);
    }

    public Touch touch() {
        if (touch == null) {
            ByteReader reader = new ByteReader(bytes, from);
            position = position(reader);
            touch = TouchCodec.read(reader, position);
        }
        return touch;
    }
}
