/** {@code journey customer} and {@code journey erase}: one customer, shown and removed. */
@NullMarked
package io.journey.local.customer;

import org.jspecify.annotations.NullMarked;
