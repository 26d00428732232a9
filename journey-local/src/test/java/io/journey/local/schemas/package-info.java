/** The commands that work on schemas, seen from outside. */
@NullMarked
package io.journey.local.schemas;

import org.jspecify.annotations.NullMarked;
