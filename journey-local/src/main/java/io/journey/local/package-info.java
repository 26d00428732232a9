/** The {@code journey} command: where it starts and what it is made of. */
@NullMarked
package io.journey.local;

import org.jspecify.annotations.NullMarked;
