package io.journey.local.progress;

/** In what work is counted. */
public enum Unit {
    EVENTS(" events", 1),
    MEGABYTES(" MB", 1_000_000);

    private final String label;
    private final long size;

    Unit(String label, long size) {
        this.label = label;
        this.size = size;
    }

    String label() {
        return label;
    }

    /** How much of what is counted makes one. */
    long size() {
        return size;
    }
}
