/** From touches to journeys: a pure function of one customer's events, and the difference of two of its values. */
@NullMarked
package io.journey.core.journey;

import org.jspecify.annotations.NullMarked;
