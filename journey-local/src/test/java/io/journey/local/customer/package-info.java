@NullMarked
package io.journey.local.customer;

import org.jspecify.annotations.NullMarked;
