/** Laws of the bytes that are stored and sent. */
@NullMarked
package io.journey.streams.codec;

import org.jspecify.annotations.NullMarked;
