package io.journey.core.definition;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step of the lifecycle.
 *
 * @param id name, unique in its definition
 * @param exit whether it stands outside the order and keeps a journey until that lapses
 * @param lapseAfter silence that ends a journey in this stage, whole milliseconds above zero; null for never
 * @param stickyAgainst stages (by index) that a journey in this stage does not move to
 * @param targetDwell planned dwell; null when none is planned
 */
public record Stage(
        String id,
        boolean exit,
        @Nullable Duration lapseAfter,
        Set<Integer> stickyAgainst,
        @Nullable Duration targetDwell) {

    public Stage {
        stickyAgainst = Set.copyOf(stickyAgainst);
    }
}
