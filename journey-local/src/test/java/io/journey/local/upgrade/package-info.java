/** Today's application on what an earlier one left behind. */
@NullMarked
package io.journey.local.upgrade;

import org.jspecify.annotations.NullMarked;
