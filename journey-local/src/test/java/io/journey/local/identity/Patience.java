package io.journey.local.identity;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for what must come to be, and no longer. */
public final class Patience {

    public static final Duration LONGEST = Duration.ofMinutes(3);

    private Patience() {}

    /** Returns when the condition holds; fails when the time is up. */
    public static void until(String what, BooleanSupplier condition) throws InterruptedException {
        until(what, LONGEST, condition);
    }

    public static void until(String what, Duration longest, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
