/** Laws of what a task keeps of an identity. */
@NullMarked
package io.journey.streams.stitch;

import org.jspecify.annotations.NullMarked;
