package io.journey.local.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** When in a day customers are about: few at night, most in the evening. */
final class DailyRhythm {

    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final double[] WEIGHTS = {
        0.25, 0.15, 0.10, 0.10, 0.10, 0.20, 0.45, 0.75, 0.95, 1.05, 1.10, 1.20,
        1.40, 1.25, 1.05, 1.00, 1.05, 1.25, 1.55, 1.90, 2.10, 1.85, 1.35, 0.85
    };
    private static final double GREATEST = 2.10;
    private static final int MOST_DELAYS = 6;

    private DailyRhythm() {}

    /** How busy the hour is; 1 on average over a day. */
    static double weight(Instant at) {
        return weightOf(at.atZone(ZONE).getHour());
    }

    static double weightOf(int hour) {
        return WEIGHTS[hour];
    }

    /** The next instant at which something happens that happens {@code perSecond} times on average over the day. */
    static Instant nextAfter(Instant from, double perSecond, Chance chance) {
        double left = chance.exponential() / perSecond;
        Instant at = from;
        while (true) {
            double weight = weight(at);
            Instant nextHour = at.plusMillis(3_600_000 - Math.floorMod(at.toEpochMilli(), 3_600_000L));
            double wholeHour = Duration.between(at, nextHour).toMillis() / 1000.0 * weight;
            if (left <= wholeHour) {
                return at.plusMillis(Math.max(1, Math.round(left / weight * 1000)));
            }
            left -= wholeHour;
            at = nextHour;
        }
    }

    /** Puts off what would happen in a quiet hour, by six hours at most. */
    static Instant putOff(Instant at, Chance chance) {
        Instant later = at;
        for (int delays = 0; delays < MOST_DELAYS && !chance.happens(weight(later) / GREATEST); delays++) {
            later = later.plusMillis(600_000 + chance.below(3_000_000));
        }
        return later;
    }
}
