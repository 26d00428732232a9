package io.journey.streams.codec;

import io.journey.core.identity.Claim;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Input;
import io.journey.core.identity.Rung;
import io.journey.core.identity.Unlink;
import io.journey.core.journey.Touch;
import io.journey.streams.ladder.Message;
import java.util.ArrayList;
import java.util.List;

/** Messages between identities. The receiver is in the key as well; it is kept in the value so that one reader suffices. */
public final class MessageCodec {

    private static final int DELIVERY = 1;
    private static final int UNLINK = 2;
    private static final int ERASURE = 3;
    private static final int CLAIMED = 4;
    private static final int ALIASED = 5;
    private static final int MOVED = 6;

    private MessageCodec() {}

    public static byte[] message(Message message) {
        ByteWriter writer = Layout.writer(160);
        if (message instanceof Message.Addressed addressed) {
            addressed(writer, addressed);
        } else if (message instanceof Message.Sent sent) {
            rung(writer, sent.rung());
        }
        return writer.toBytes();
    }

    private static void addressed(ByteWriter writer, Message.Addressed message) {
        Input input = message.input();
        if (input instanceof Delivery delivery) {
            writer.octet(DELIVERY);
            TouchCodec.whole(writer, delivery.touch())
                    .unsigned(delivery.claims().size());
            delivery.claims().forEach(writer::text);
        } else if (input instanceof Unlink unlink) {
            writer.octet(UNLINK).text(unlink.eventId());
        } else if (input instanceof Erasure erasure) {
            writer.octet(ERASURE).number(erasure.from()).number(erasure.to());
        }
        writer.text(message.to())
                .unsigned(message.origin().partition())
                .unsigned(message.origin().offset())
                .text(message.source());
    }

    private static void rung(ByteWriter writer, Rung rung) {
        if (rung instanceof Rung.Claimed claimed) {
            writer.octet(CLAIMED).text(claimed.to()).octet(claimed.withdrawn() ? 1 : 0);
            PositionCodec.whole(writer, claimed.claim().at())
                    .text(claimed.claim().claimant());
        } else if (rung instanceof Rung.Aliased aliased) {
            writer.octet(ALIASED).octet(aliased.withdrawn() ? 1 : 0);
            IdentityCodec.alias(writer, aliased.alias());
        } else if (rung instanceof Rung.Moved moved) {
            writer.octet(MOVED).text(moved.to()).unsigned(moved.steps());
            touches(writer, moved.withdrawn());
            touches(writer, moved.arriving());
        }
    }

    private static void touches(ByteWriter writer, List<Touch> touches) {
        writer.unsigned(touches.size());
        touches.forEach(touch -> TouchCodec.whole(writer, touch));
    }

    public static Message message(byte[] bytes) {
        ByteReader reader = Layout.reader(bytes, "message");
        int kind = reader.octet();
        return switch (kind) {
            case DELIVERY -> addressed(reader, new Delivery(TouchCodec.whole(reader), texts(reader)));
            case UNLINK -> addressed(reader, new Unlink(reader.text()));
            case ERASURE -> addressed(reader, new Erasure(reader.number(), reader.number()));
            case CLAIMED -> new Message.Sent(claimed(reader));
            case ALIASED -> new Message.Sent(aliased(reader));
            case MOVED -> new Message.Sent(moved(reader));
            default -> throw new IllegalStateException("message of unknown kind " + kind);
        };
    }

    private static Message addressed(ByteReader reader, Input input) {
        String to = reader.text();
        Message.Origin origin = new Message.Origin(reader.count(), reader.unsigned());
        return new Message.Addressed(to, input, origin, reader.text());
    }

    private static List<String> texts(ByteReader reader) {
        int size = reader.count();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(reader.text());
        }
        return texts;
    }

    private static Rung claimed(ByteReader reader) {
        String to = reader.text();
        boolean withdrawn = reader.octet() != 0;
        return new Rung.Claimed(to, new Claim(PositionCodec.whole(reader), reader.text()), withdrawn);
    }

    private static Rung aliased(ByteReader reader) {
        boolean withdrawn = reader.octet() != 0;
        return new Rung.Aliased(IdentityCodec.alias(reader), withdrawn);
    }

    private static Rung moved(ByteReader reader) {
        String to = reader.text();
        int steps = reader.count();
        return new Rung.Moved(to, touches(reader), touches(reader), steps);
    }

    private static List<Touch> touches(ByteReader reader) {
        int size = reader.count();
        List<Touch> touches = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            touches.add(TouchCodec.whole(reader));
        }
        return touches;
    }
}
