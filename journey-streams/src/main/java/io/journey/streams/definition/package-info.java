/** Reads definition files: YAML in, a checked definition or all faults out. */
@NullMarked
package io.journey.streams.definition;

import org.jspecify.annotations.NullMarked;
