/** The streams application: its settings, its start and its end. */
@NullMarked
package io.journey.streams;

import org.jspecify.annotations.NullMarked;
