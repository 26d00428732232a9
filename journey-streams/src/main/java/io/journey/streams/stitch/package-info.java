/** One customer's touches into transitions and differences, over the stores. */
@NullMarked
package io.journey.streams.stitch;

import org.jspecify.annotations.NullMarked;
