package io.journey.architecture.canary.core;

import java.time.Instant;

/** Breaks CORE_HAS_NO_CLOCK. */
public final class ReadsTheClock {

    Instant whenever() {
        return Instant.now();
    }
}
