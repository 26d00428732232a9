/** Sums over journeys: what one journey contributes, to which cells, and how contributions add and subtract. */
@NullMarked
package io.journey.core.aggregate;

import org.jspecify.annotations.NullMarked;
