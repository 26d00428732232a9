/** The application's own parts, without a broker. */
@NullMarked
package io.journey.streams;

import org.jspecify.annotations.NullMarked;
