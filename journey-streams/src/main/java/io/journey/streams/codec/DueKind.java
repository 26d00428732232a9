package io.journey.streams.codec;

/** What the index of due instants holds; the octet is part of the stored key. */
public enum DueKind {
    /** A journey may lapse. */
    LAPSE(1),
    /** Something of an identity may be settled. */
    SETTLING(2);

    private final int octet;

    DueKind(int octet) {
        this.octet = octet;
    }

    int octet() {
        return octet;
    }
}
