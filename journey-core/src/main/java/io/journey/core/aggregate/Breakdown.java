package io.journey.core.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * The journeys that a cell counts.
 *
 * @param persona only those of this persona; null for all
 * @param entryChannel only those that began in this channel; null for all
 */
public record Breakdown(@Nullable String persona, @Nullable String entryChannel) {

    /** All journeys. */
    public static final Breakdown WHOLE = new Breakdown(null, null);
}
