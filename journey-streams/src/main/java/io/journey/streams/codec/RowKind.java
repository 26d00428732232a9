package io.journey.streams.codec;

/** Kinds of rows that the store of identities keeps; the octet is part of the stored key. */
public enum RowKind {
    /** A claim on the identity, by position and claimant. */
    CLAIM(1),
    /** An interval whose events are erased. */
    ERASURE(2),
    /** Arrivals at a position that are not simply one. */
    ARRIVALS(3),
    /** A touch that went on to the identity's owner. */
    PASSED(4),
    /** An alias on one of whose sides the identity stands. */
    ALIAS(5),
    /** An instruction that a source has given. */
    INSTRUCTION(6);

    private final int octet;

    RowKind(int octet) {
        this.octet = octet;
    }

    int octet() {
        return octet;
    }
}
