/** Rejected records, listed, shown and sent again through a running pipeline. */
@NullMarked
package io.journey.local.rejected;

import org.jspecify.annotations.NullMarked;
