/** Every meter of the application's own. */
@NullMarked
package io.journey.streams.metrics;

import org.jspecify.annotations.NullMarked;
