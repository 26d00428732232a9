package io.journey.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** What happens when, drawn from a seed; what it hits depends on who is alive then. */
final class Plan {

    private final Random random;
    private long nextMillis;

    /**
     * One thing that happens.
     *
     * @param lot which of those that it may befall
     * @param outage how long it lasts
     */
    record Event(Fault fault, int lot, Duration outage) {

        <T> T victim(List<T> candidates) {
            return candidates.get(lot % candidates.size());
        }
    }

    Plan(long seed) {
        this.random = new Random(seed);
        this.nextMillis = 2_000;
    }

    /** Milliseconds from the beginning to the next event. */
    long next() {
        return nextMillis;
    }

    /** Takes the next event. */
    Event take() {
        nextMillis += 1_500 + random.nextInt(6_000);
        return new Event(fault(), random.nextInt(Integer.MAX_VALUE), outage());
    }

    private Fault fault() {
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

    /** Mostly short, at times longer than sessions and transactions live. */
    private Duration outage() {
        return Duration.ofMillis(
                random.nextInt(4) == 0 ? 12_000 + random.nextInt(10_000) : 200 + random.nextInt(3_000));
    }
}
