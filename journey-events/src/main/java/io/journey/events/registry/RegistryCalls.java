package io.journey.events.registry;

import java.util.concurrent.atomic.LongAdder;

/** How this process's calls of schema registries went, for its meters; a call is one request to one base URL. */
public enum RegistryCalls {
    /** Answered: with what was asked for, or with a refusal. */
    ANSWERED,
    /** Not answered, or told to come back later. */
    UNANSWERED;

    @SuppressWarnings("ImmutableEnumChecker") // Counting is what it is for.
    private final LongAdder calls = new LongAdder();

    @SuppressWarnings("ImmutableEnumChecker")
    private final LongAdder nanos = new LongAdder();

    void add(long tookNanos) {
        calls.increment();
        nanos.add(tookNanos);
    }

    /** Calls since the process began. */
    public long count() {
        return calls.sum();
    }

    /** Time that these calls took together, in nanoseconds. */
    public long totalNanos() {
        return nanos.sum();
    }
}
