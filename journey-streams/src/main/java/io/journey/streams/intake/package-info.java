/** From bytes to touches: what cannot be used becomes a value with a typed reason. */
@NullMarked
package io.journey.streams.intake;

import org.jspecify.annotations.NullMarked;
