/** Touchpoint events as lines of JSON. */
@NullMarked
package io.journey.events.json;

import org.jspecify.annotations.NullMarked;
