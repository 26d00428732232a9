/** Tests of the command as a whole. */
@NullMarked
package io.journey.local;

import org.jspecify.annotations.NullMarked;
