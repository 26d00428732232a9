/** How far the input has been read, and the watermark that follows from it. */
@NullMarked
package io.journey.streams.clock;

import org.jspecify.annotations.NullMarked;
