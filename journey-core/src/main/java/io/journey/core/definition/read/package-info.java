/** Turns what a definition file holds into a checked definition, or into all that is wrong with it. */
@NullMarked
package io.journey.core.definition.read;

import org.jspecify.annotations.NullMarked;
