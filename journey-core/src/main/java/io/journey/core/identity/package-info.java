/** Who an event belongs to: a ladder of ownership timelines, kept up to date one change at a time. */
@NullMarked
package io.journey.core.identity;

import org.jspecify.annotations.NullMarked;
