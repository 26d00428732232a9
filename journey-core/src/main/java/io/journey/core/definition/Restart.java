package io.journey.core.definition;

import java.util.Set;

/**
 * A journey in one of {@code from} completes when an event of one of {@code to} comes, and that event opens the next.
 *
 * @param from indices of stages
 * @param to indices of stages
 */
public record Restart(Set<Integer> from, Set<Integer> to) {

    public Restart {
        from = Set.copyOf(from);
        to = Set.copyOf(to);
    }
}
