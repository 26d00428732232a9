package io.journey.core.identity;

/**
 * Events of one identity that must not be known: those of the instants from {@code from} (inclusive) to {@code to}
 * (exclusive), whenever they are delivered.
 */
public record Erasure(long from, long to) implements Input {

    public boolean covers(long instant) {
        return from <= instant && instant < to;
    }
}
