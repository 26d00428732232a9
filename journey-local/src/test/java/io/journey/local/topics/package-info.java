/** The commands that work on topics, seen from outside. */
@NullMarked
package io.journey.local.topics;

import org.jspecify.annotations.NullMarked;
