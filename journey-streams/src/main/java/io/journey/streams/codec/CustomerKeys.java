package io.journey.streams.codec;

import io.journey.core.journey.EventPosition;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: one identity's rows lie together, and those of one kind in event order.
 *
 * <p>The identity is length-prefixed, so that no identity's rows can lie among another's.
 */
public final class CustomerKeys {

    private final byte[] prefix;

    public CustomerKeys(String customer) {
        byte[] utf8 = customer.getBytes(StandardCharsets.UTF_8);
        prefix = new ByteWriter(utf8.length + 3).unsigned(utf8.length).raw(utf8).toBytes();
    }

    private CustomerKeys(byte[] prefix) {
        this.prefix = prefix;
    }

    /** Keys of one kind of row among several in one store. */
    public CustomerKeys of(RowKind kind) {
        return new CustomerKeys(new ByteWriter(prefix.length + 1)
                .raw(prefix)
                .octet(kind.octet())
                .toBytes());
    }

    /** Key of the one row a customer has. */
    public Bytes customer() {
        return Bytes.wrap(prefix);
    }

    public Bytes position(EventPosition position) {
        return Bytes.wrap(PositionCodec.ordered(writer(32), position).toBytes());
    }

    private ByteWriter writer(int more) {
        return new ByteWriter(prefix.length + more).raw(prefix);
    }

    /** Below every position of this customer. */
    public Bytes first() {
        return Bytes.wrap(prefix);
    }

    /** Below every position of this instant, and above every one before it. */
    public Bytes instant(long at) {
        return Bytes.wrap(writer(8).ordered(at).toBytes());
    }

    /** Above every position of this customer; no position's instant is the greatest long. */
    public Bytes last() {
        return instant(Long.MAX_VALUE);
    }

    public EventPosition position(Bytes key) {
        return PositionCodec.ordered(new ByteReader(key.get(), prefix.length));
    }

    /** Key of a row that is found by a text. */
    public Bytes text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(writer(utf8.length).raw(utf8).toBytes());
    }

    /** Key in the index of what is due, which is in order of instants for each kind. */
    public static Bytes due(DueKind kind, long at, String customer) {
        byte[] utf8 = customer.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(new ByteWriter(9 + utf8.length)
                .octet(kind.octet())
                .ordered(at)
                .raw(utf8)
                .toBytes());
    }

    /** Least key of a kind at an instant. */
    public static Bytes due(DueKind kind, long at) {
        return due(kind, at, "");
    }

    public static long dueAt(Bytes key) {
        return new ByteReader(key.get(), 1).ordered();
    }

    public static String dueCustomer(Bytes key) {
        return new ByteReader(key.get(), 9).rest();
    }
}
