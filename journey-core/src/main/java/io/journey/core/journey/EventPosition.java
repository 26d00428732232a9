package io.journey.core.journey;

/**
 * Where an event stands among its customer's: the event order.
 *
 * @param at milliseconds since the epoch
 * @param sequence order among events of one instant
 * @param eventId breaks the remaining ties, compared as UTF-8 bytes
 * @param address identity that the event came from, as {@code namespace:value}; empty for the one that keeps it. Event
 *     ids are unique within an address only, so it tells two events of one id apart, and comes last
 */
public record EventPosition(long at, long sequence, String eventId, String address)
        implements Comparable<EventPosition> {

    /** The position of an event at its own address. */
    public EventPosition(long at, long sequence, String eventId) {
        this(at, sequence, eventId, "");
    }

    @Override
    public int compareTo(EventPosition other) {
        if (at != other.at) {
            return Long.compare(at, other.at);
        }
        if (sequence != other.sequence) {
            return Long.compare(sequence, other.sequence);
        }
        int order = compareUtf8(eventId, other.eventId);
        return order != 0 ? order : compareUtf8(address, other.address);
    }

    /** Whether the event's address is the identity that keeps it. */
    public boolean isOwn() {
        return address.isEmpty();
    }

    public boolean isBefore(EventPosition other) {
        return compareTo(other) < 0;
    }

    /** UTF-8 orders as code points do; UTF-16 does not, because surrogates sort below U+E000 to U+FFFF. */
    private static int compareUtf8(String one, String two) {
        int shorter = Math.min(one.length(), two.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = two.charAt(i);
            if (a != b) {
                return codePointRank(a) - codePointRank(b);
            }
        }
        return one.length() - two.length();
    }

    private static int codePointRank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x1_0000 : unit;
    }
}
