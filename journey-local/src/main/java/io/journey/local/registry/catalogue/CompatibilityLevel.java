package io.journey.local.registry.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which earlier versions a new one must get along with, and in which direction. */
public enum CompatibilityLevel {
    NONE(Direction.NEITHER, Reach.LATEST),
    BACKWARD(Direction.READS_OLD, Reach.LATEST),
    BACKWARD_TRANSITIVE(Direction.READS_OLD, Reach.ALL),
    FORWARD(Direction.READ_BY_OLD, Reach.LATEST),
    FORWARD_TRANSITIVE(Direction.READ_BY_OLD, Reach.ALL),
    FULL(Direction.BOTH, Reach.LATEST),
    FULL_TRANSITIVE(Direction.BOTH, Reach.ALL);

    private enum Direction {
        NEITHER,
        READS_OLD,
        READ_BY_OLD,
        BOTH
    }

    private enum Reach {
        LATEST,
        ALL
    }

    private final Direction direction;
    private final Reach reach;

    CompatibilityLevel(Direction direction, Reach reach) {
        this.direction = direction;
        this.reach = reach;
    }

    /** Reads a level in any case; empty when there is none of that name. */
    public static Optional<CompatibilityLevel> named(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> level.name().equals(upper))
                .findFirst();
    }

    boolean newReadsOld() {
        return direction == Direction.READS_OLD || direction == Direction.BOTH;
    }

    boolean oldReadsNew() {
        return direction == Direction.READ_BY_OLD || direction == Direction.BOTH;
    }

    boolean coversAllVersions() {
        return reach == Reach.ALL;
    }
}
