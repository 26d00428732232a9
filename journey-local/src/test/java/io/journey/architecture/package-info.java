/** The walls of the house as tests: which module may know whom, and what the pure core must never touch. */
@NullMarked
package io.journey.architecture;

import org.jspecify.annotations.NullMarked;
