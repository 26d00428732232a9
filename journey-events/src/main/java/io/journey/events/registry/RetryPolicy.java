package io.journey.events.registry;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and after what pause a failed call is repeated.
 *
 * @param retries further attempts after the first one, each over all base URLs
 * @param firstPause pause before the first retry; it doubles from retry to retry
 * @param longestPause bound of the pause
 */
public record RetryPolicy(int retries, Duration firstPause, Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    /**
     * Half of the pause is drawn by chance, so that clients that failed together do not return together.
     *
     * @param retry counted from 1
     */
    public Duration pauseBefore(int retry) {
        long doubled = firstPause.toMillis() << Math.min(retry - 1, MOST_DOUBLINGS);
        long bounded = Math.min(doubled, longestPause.toMillis());
        return Duration.ofMillis(bounded - ThreadLocalRandom.current().nextLong(bounded / 2 + 1));
    }
}
