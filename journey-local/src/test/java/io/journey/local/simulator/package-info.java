/** Tests of the simulated shop. */
@NullMarked
package io.journey.local.simulator;

import org.jspecify.annotations.NullMarked;
