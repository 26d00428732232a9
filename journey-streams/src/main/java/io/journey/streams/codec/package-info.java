/** The bytes of what the streams keep and pass between themselves: hand-made, versioned, in one place. */
@NullMarked
package io.journey.streams.codec;

import org.jspecify.annotations.NullMarked;
