/** A shop that does not exist: customers of known habits whose touchpoint events stand in for real ones. */
@NullMarked
package io.journey.local.simulator;

import org.jspecify.annotations.NullMarked;
