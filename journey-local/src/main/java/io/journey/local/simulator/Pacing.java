package io.journey.local.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Holds deliveries back: none leaves before its time has come, nor faster than at a given rate. */
public final class Pacing {

    private final Clock clock;
    private final long nanosPerDelivery;
    private long nextSlot;

    /**
     * @param perSecond deliveries per second at most; 0 for no limit
     */
    public Pacing(Clock clock, double perSecond) {
        this.clock = clock;
        this.nanosPerDelivery = perSecond == 0 ? 0 : (long) (TimeUnit.SECONDS.toNanos(1) / perSecond);
        this.nextSlot = System.nanoTime();
    }

    /** Returns when the delivery may leave. */
    public void await(Delivery delivery) throws InterruptedException {
        awaitSlot();
        Instant now = clock.instant();
        while (now.isBefore(delivery.at())) {
            TimeUnit.NANOSECONDS.sleep(Duration.between(now, delivery.at()).toNanos());
            now = clock.instant();
        }
    }

    private void awaitSlot() throws InterruptedException {
        if (nanosPerDelivery == 0) {
            return;
        }
        long early = nextSlot - System.nanoTime();
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
        nextSlot = Math.max(nextSlot, System.nanoTime() - TimeUnit.SECONDS.toNanos(1)) + nanosPerDelivery;
    }
}
