package io.journey.local.simulator;

import java.time.Instant;

/**
 * A time in which the shop is run in one way.
 *
 * @param begin its first instant; it lasts until the next phase begins
 * @param eventsPerSecond how many contacts to aim at, as a mean over the day; above zero
 * @param pace how much faster than in life customers go from contact to contact; 1 for as in life
 * @param newcomers share of arriving customers who were never seen before, 0 to 1
 */
public record Phase(Instant begin, double eventsPerSecond, double pace, double newcomers) {

    public Phase {
        require(eventsPerSecond > 0, "events per second", eventsPerSecond, "above 0");
        require(pace > 0, "pace", pace, "above 0");
        require(newcomers >= 0 && newcomers <= 1, "newcomers", newcomers, "from 0 to 1");
    }

    static void require(boolean holds, String name, double value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ", expected a number " + expected);
        }
    }
}
