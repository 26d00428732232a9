/** {@code journey rejected}: the records that are no usable events, looked at and sent again. */
@NullMarked
package io.journey.local.rejected;

import org.jspecify.annotations.NullMarked;
