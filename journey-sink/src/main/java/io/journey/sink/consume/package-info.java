/** The loop that reads the topics and writes batches, and what it knows about its partitions. */
@NullMarked
package io.journey.sink.consume;

import org.jspecify.annotations.NullMarked;
