/** The pipeline on its worst days. */
@NullMarked
package io.journey.local.chaos;

import org.jspecify.annotations.NullMarked;
