package io.journey.local.chaos;

import java.time.Duration;
import java.util.Random;

/** What happens when, drawn from a seed; what it hits depends on who is alive then. */
final class Plan {

    private final Random random;
    private long nextMillis;

    Plan(long seed) {
        this.random = new Random(seed);
        this.nextMillis = 2_000;
    }

    /** Milliseconds from the beginning to the next fault. */
    long next() {
        return nextMillis;
    }

    /** Takes the next fault. */
    Fault take() {
        nextMillis += 1_500 + random.nextInt(6_000);
        int drawn = random.nextInt(total());
        for (Fault fault : Fault.values()) {
            drawn -= fault.weight();
            if (drawn < 0) {
                return fault;
            }
        }
        throw new IllegalStateException("weights changed meanwhile");
    }

    private static int total() {
        int total = 0;
        for (Fault fault : Fault.values()) {
            total += fault.weight();
        }
        return total;
    }

    /** How long an outage lasts: mostly short, at times longer than sessions and transactions live. */
    Duration outage() {
        return Duration.ofMillis(
                random.nextInt(4) == 0 ? 12_000 + random.nextInt(10_000) : 200 + random.nextInt(3_000));
    }

    int pick(int size) {
        return random.nextInt(size);
    }
}
