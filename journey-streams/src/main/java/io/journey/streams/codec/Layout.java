package io.journey.streams.codec;

/**
 * The version byte in front of every stored value, so that a later layout can still read this one. Versions count the
 * changes of all kinds of values together; a kind keeps its own until it changes.
 */
final class Layout {

    /** Of every kind that does not say otherwise. */
    static final int CURRENT = 2;

    private Layout() {}

    static ByteWriter writer(int expected) {
        return writer(CURRENT, expected);
    }

    static ByteWriter writer(int layout, int expected) {
        return new ByteWriter(expected).octet(layout);
    }

    static ByteReader reader(byte[] bytes, String what) {
        return reader(bytes, what, CURRENT, CURRENT);
    }

    /**
     * @throws IllegalStateException for bytes of a version that is not read; run that version, or rebuild the state
     */
    static ByteReader reader(byte[] bytes, String what, int oldest, int newest) {
        if (bytes.length == 0 || bytes[0] < oldest || bytes[0] > newest) {
            throw new IllegalStateException(what + " has layout " + (bytes.length == 0 ? "none" : bytes[0])
                    + ", this version reads " + (oldest == newest ? newest : oldest + " to " + newest)
                    + ": run the version that wrote it, or reset the application");
        }
        return new ByteReader(bytes, 1);
    }
}
