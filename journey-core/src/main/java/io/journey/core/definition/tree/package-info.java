/** What a definition file holds before anyone asks what it means: values with the lines they stand on. */
@NullMarked
package io.journey.core.definition.tree;

import org.jspecify.annotations.NullMarked;
