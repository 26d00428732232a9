/** {@code journey definition}: work on definition files. */
@NullMarked
package io.journey.local.definition;

import org.jspecify.annotations.NullMarked;
