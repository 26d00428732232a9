/** Differences into sums, and sums into published rows. */
@NullMarked
package io.journey.streams.aggregate;

import org.jspecify.annotations.NullMarked;
