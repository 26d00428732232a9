package io.journey.local.simulator;

import java.util.List;

/**
 * Everything that decides which events a shop yields: equal settings, equal events.
 *
 * @param seed start of all chance
 * @param run part of every customer's and event's id, so that runs of the same shop do not meet
 * @param phases in order of time, at least one; the shop opens when the first begins
 * @param duplicates share of events delivered twice, 0 to 1
 * @param late share of events delivered late, 0 to 1
 * @param events how many different events to yield; then the shop closes
 */
public record ShopSettings(long seed, String run, List<Phase> phases, double duplicates, double late, long events) {

    public ShopSettings {
        if (phases.isEmpty()) {
            throw new IllegalArgumentException("a shop needs a phase");
        }
        phases = List.copyOf(phases);
        Phase.require(duplicates >= 0 && duplicates <= 1, "duplicates", duplicates, "from 0 to 1");
        Phase.require(late >= 0 && late <= 1, "late", late, "from 0 to 1");
    }
}
