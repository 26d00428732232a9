/** The sink as an application: its settings, its start and its end. */
@NullMarked
package io.journey.sink;

import org.jspecify.annotations.NullMarked;
