package io.journey.streams.codec;

/** The version byte in front of every stored value, so that a later layout can still read this one. */
final class Layout {

    static final int CURRENT = 2;

    private Layout() {}

    static ByteWriter writer(int expected) {
        return new ByteWriter(expected).octet(CURRENT);
    }

    /**
     * @throws IllegalStateException for bytes of a later version; run that version, or rebuild the state
     */
    static ByteReader reader(byte[] bytes, String what) {
        if (bytes.length == 0 || bytes[0] != CURRENT) {
            throw new IllegalStateException(what + " has layout " + (bytes.length == 0 ? "none" : bytes[0])
                    + ", this version reads " + CURRENT + ": run the version that wrote it, or reset the application");
        }
        return new ByteReader(bytes, 1);
    }
}
