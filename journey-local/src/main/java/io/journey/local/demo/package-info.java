/** {@code journey demo}: the whole pipeline in one process, with a simulated shop as its source. */
@NullMarked
package io.journey.local.demo;

import org.jspecify.annotations.NullMarked;
