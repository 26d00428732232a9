/** Definitions that take over from others. */
@NullMarked
package io.journey.local.definition;

import org.jspecify.annotations.NullMarked;
