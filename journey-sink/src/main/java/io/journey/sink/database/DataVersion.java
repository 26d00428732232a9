package io.journey.sink.database;

import java.time.Instant;

/**
 * Which state of the tables a reader sees.
 *
 * @param number records taken in by all partitions; grows with every batch, whichever sink wrote it
 * @param at when the last batch was written; tells states apart after a table was read anew from its beginning
 */
public record DataVersion(long number, Instant at) {}
