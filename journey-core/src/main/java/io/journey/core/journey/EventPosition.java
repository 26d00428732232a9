package io.journey.core.journey;

/**
 * Where an event stands among its customer's: the event order.
 *
 * @param at milliseconds since the epoch
 * @param sequence order among events of one instant
 * @param eventId breaks the remaining ties, compared as UTF-8 bytes
 */
public record EventPosition(long at, long sequence, String eventId) implements Comparable<EventPosition> {

    @Override
    public int compareTo(EventPosition other) {
        if (at != other.at) {
            return Long.compare(at, other.at);
        }
        if (sequence != other.sequence) {
            return Long.compare(sequence, other.sequence);
        }
        return compareUtf8(eventId, other.eventId);
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
