package io.journey.streams.codec;

import io.journey.core.identity.AddressedEvent;
import io.journey.core.identity.Arrivals;
import io.journey.core.identity.Arrivals.Counted;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Rung.Alias;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.util.ArrayList;
import java.util.List;

/** What an identity remembers of its events, and the rows of the store of identities that are more than a key. */
public final class IdentityCodec {

    private static final int DELIVERED = 1;
    private static final int UNLINKED = 2;
    private static final int ERASED = 4;

    private IdentityCodec() {}

    /** Without a version of its own: the row of an event without claims is the smallest there can be. */
    public static byte[] event(AddressedEvent event) {
        EventPosition position = event.position();
        ByteWriter writer = new ByteWriter(16)
                .octet((position == null ? 0 : DELIVERED)
                        | (event.unlinked() ? UNLINKED : 0)
                        | (event.erasedSource() == null ? 0 : ERASED));
        if (position != null) {
            writer.number(position.at()).number(position.sequence());
        }
        if (event.erasedSource() != null) {
            writer.text(event.erasedSource());
        }
        event.claims().forEach(writer::text);
        return writer.toBytes();
    }

    public static AddressedEvent event(String eventId, byte[] bytes) {
        ByteReader reader = new ByteReader(bytes, 0);
        int marks = reader.octet();
        EventPosition position =
                (marks & DELIVERED) == 0 ? null : new EventPosition(reader.number(), reader.number(), eventId);
        String erasedSource = (marks & ERASED) == 0 ? null : reader.text();
        return new AddressedEvent(position, texts(reader), (marks & UNLINKED) != 0, erasedSource);
    }

    private static List<String> texts(ByteReader reader) {
        if (!reader.hasMore()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        while (reader.hasMore()) {
            texts.add(reader.text());
        }
        return texts;
    }

    public static byte[] erasure(Erasure erasure) {
        return Layout.writer(20).number(erasure.from()).number(erasure.to()).toBytes();
    }

    public static Erasure erasure(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "erasure");
        return new Erasure(reader.number(), reader.number());
    }

    public static byte[] arrivals(Arrivals arrivals) {
        ByteWriter writer = Layout.writer(128);
        for (Counted form : arrivals.counted()) {
            TouchCodec.whole(writer.number(form.count()), form.touch());
        }
        return writer.toBytes();
    }

    public static Arrivals arrivals(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "arrivals");
        List<Counted> forms = new ArrayList<>();
        while (reader.hasMore()) {
            int count = (int) reader.number();
            Touch touch = TouchCodec.whole(reader);
            forms.add(new Counted(touch, count));
        }
        return Arrivals.of(forms);
    }

    public static byte[] alias(Alias alias) {
        return alias(Layout.writer(64), alias).toBytes();
    }

    public static Alias alias(byte[] bytes) {
        return alias(Layout.reader(bytes, "alias"));
    }

    static ByteWriter alias(ByteWriter writer, Alias alias) {
        return PositionCodec.whole(writer, alias.at()).text(alias.continued()).text(alias.survivor());
    }

    static Alias alias(ByteReader reader) {
        return new Alias(PositionCodec.whole(reader), reader.text(), reader.text());
    }
}
