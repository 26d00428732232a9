package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.nio.charset.StandardCharsets;

/**
 * The touches in a customer's row, in event order. Each stays as bytes until somebody asks for it, because most inputs only
 * add another one behind the others.
 */
public final class RowTouches {

    private static final int OWN = 1;
    private static final int RECORDED = 2;

    private RowTexts texts;
    private Packed touches;

    RowTouches() {
        this(new RowTexts(), new Packed());
    }

    private RowTouches(RowTexts texts, Packed touches) {
        this.texts = texts;
        this.touches = touches;
    }

    static RowTouches read(ByteReader reader) {
        return new RowTouches(new RowTexts(Packed.read(reader)), Packed.read(reader));
    }

    /** From a row of layout 2, in which each touch has its texts in full. */
    static RowTouches readInFull(ByteReader reader) {
        RowTouches read = new RowTouches();
        int count = reader.count();
        for (int i = 0; i < count; i++) {
            // Its length, which nothing needs here.
            reader.count();
            int marks = reader.octet();
            String eventId = reader.text();
            String address = (marks & OWN) != 0 ? "" : reader.text();
            EventPosition position = new EventPosition(reader.number(), reader.number(), eventId, address);
            read.insert(i, TouchCodec.read(reader, position, Texts.IN_FULL), marks);
        }
        return read;
    }

    void write(ByteWriter writer) {
        texts.write(writer);
        touches.write(writer);
    }

    /** Bytes in the row. */
    public int bytes() {
        return texts.bytes() + touches.bytes();
    }

    public int size() {
        return touches.size();
    }

    /** Whether the identity that keeps a touch is its event's address. */
    public boolean isOwn(int index) {
        return (touches.octet(index) & OWN) != 0;
    }

    /** Whether the event of a touch has a row of its own. */
    public boolean isRecorded(int index) {
        return (touches.octet(index) & RECORDED) != 0;
    }

    public void recorded(int index, boolean is) {
        int marks = touches.octet(index);
        touches.octet(index, is ? marks | RECORDED : marks & ~RECORDED);
    }

    /** Index of the touch of an event of the address itself; −1 for none. Looked for from the end, where new ones are. */
    public int own(String eventId) {
        byte[] utf8 = eventId.getBytes(StandardCharsets.UTF_8);
        for (int i = touches.size() - 1; i >= 0; i--) {
            if (isOwn(i) && touches.hasText(i, utf8)) {
                return i;
            }
        }
        return -1;
    }

    public long at(int index) {
        ByteReader reader = touches.reader(index);
        reader.octet();
        reader.skip(reader.count());
        return reader.number();
    }

    public EventPosition position(int index) {
        return position(touches.reader(index));
    }

    private EventPosition position(ByteReader reader) {
        boolean isOwn = (reader.octet() & OWN) != 0;
        String eventId = reader.text();
        return new EventPosition(reader.number(), reader.number(), eventId, isOwn ? "" : texts.read(reader));
    }

    public Touch touch(int index) {
        ByteReader reader = touches.reader(index);
        return TouchCodec.read(reader, position(reader), texts);
    }

    /** Adds a touch whose event has a row of its own, until it is marked otherwise. */
    public void insert(int index, Touch touch) {
        boolean isOwn = touch.position().isOwn();
        insert(index, touch, RECORDED | (isOwn ? OWN : 0));
    }

    private void insert(int index, Touch touch, int marks) {
        EventPosition position = touch.position();
        ByteWriter writer = new ByteWriter(64)
                .octet(marks)
                .text(position.eventId())
                .number(position.at())
                .number(position.sequence());
        if (!position.isOwn()) {
            texts.write(writer, position.address());
        }
        TouchCodec.write(writer, touch, texts).insertInto(touches, index);
    }

    public void remove(int index) {
        touches.remove(index);
    }

    /** Bytes that a touch and all that it names would take by themselves. */
    public int bytesInFull(int index) {
        return TouchCodec.whole(new ByteWriter(128), touch(index)).size();
    }

    /** Takes out the first ones, and the texts that none of the others names. */
    public void shed(int count) {
        RowTouches left = new RowTouches();
        for (int i = count; i < touches.size(); i++) {
            left.insert(i - count, touch(i), touches.octet(i));
        }
        texts = left.texts;
        touches = left.touches;
    }

    /** Takes out the texts that no touch names any more. */
    public void shedTexts() {
        shed(0);
    }
}
