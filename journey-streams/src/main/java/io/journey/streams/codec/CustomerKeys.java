package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: a customer's rows lie together and in event order.
 *
 * <p>The customer is length-prefixed, so that no customer's rows can lie among another's.
 */
public final class CustomerKeys {

    private final byte[] prefix;

    public CustomerKeys(String customer) {
        byte[] utf8 = customer.getBytes(StandardCharsets.UTF_8);
        prefix = new ByteWriter(utf8.length + 3).unsigned(utf8.length).raw(utf8).toBytes();
    }

    /** Key of the one row a customer has. */
    public Bytes customer() {
        return Bytes.wrap(prefix);
    }

    public Bytes position(EventPosition position) {
        byte[] id = position.eventId().getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(new ByteWriter(prefix.length + 16 + id.length)
                .raw(prefix)
                .ordered(position.at())
                .ordered(position.sequence())
                .raw(id)
                .toBytes());
    }

    /** Below every position of this customer. */
    public Bytes first() {
        return Bytes.wrap(new ByteWriter(prefix.length).raw(prefix).toBytes());
    }

    /** Above every position of this customer; no position's instant is the greatest long. */
    public Bytes last() {
        return Bytes.wrap(new ByteWriter(prefix.length + 8)
                .raw(prefix)
                .ordered(Long.MAX_VALUE)
                .toBytes());
    }

    public EventPosition position(Bytes key) {
        ByteReader reader = new ByteReader(key.get(), prefix.length);
        long at = reader.ordered();
        long sequence = reader.ordered();
        return new EventPosition(at, sequence, reader.rest());
    }

    public Bytes eventId(String eventId) {
        byte[] id = eventId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(
                new ByteWriter(prefix.length + id.length).raw(prefix).raw(id).toBytes());
    }

    /** Key in the index of due lapses, which is in order of instants. */
    public static Bytes due(long at, String customer) {
        byte[] utf8 = customer.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(new ByteWriter(8 + utf8.length).ordered(at).raw(utf8).toBytes());
    }

    /** Least key of the index at an instant. */
    public static Bytes due(long at) {
        return Bytes.wrap(new ByteWriter(8).ordered(at).toBytes());
    }

    public static long dueAt(Bytes key) {
        return new ByteReader(key.get(), 0).ordered();
    }

    public static String dueCustomer(Bytes key) {
        return new ByteReader(key.get(), 8).rest();
    }
}
