/** The ordinary way of an event into the touchpoint topic. */
@NullMarked
package io.journey.events.producer;

import org.jspecify.annotations.NullMarked;
