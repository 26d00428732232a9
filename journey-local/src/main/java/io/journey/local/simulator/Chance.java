package io.journey.local.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The simulator's only source of chance. {@link Random} and {@link StrictMath} are specified to the bit, so a seed
 * means the same shop on every machine and with every Java.
 */
final class Chance {

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from 0 to 1, evenly distributed. */
    double share() {
        return random.nextDouble();
    }

    double exponential() {
        return -StrictMath.log(1 - random.nextDouble());
    }

    double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    Duration logNormal(Duration median, double sigma) {
        return Duration.ofMillis(Math.round(logNormal((double) median.toMillis(), sigma)));
    }

    /** One of the candidates by weight; the last one when the weights leave it open. */
    <T> T oneOf(List<T> candidates, ToDoubleFunction<T> weight) {
        double whole = 0;
        for (T candidate : candidates) {
            whole += weight.applyAsDouble(candidate);
        }
        double left = random.nextDouble() * whole;
        for (T candidate : candidates) {
            left -= weight.applyAsDouble(candidate);
            if (left < 0) {
                return candidate;
            }
        }
        return candidates.get(candidates.size() - 1);
    }
}
