/** The data's way through the steps, and the names that Kafka keeps. */
@NullMarked
package io.journey.streams.topology;

import org.jspecify.annotations.NullMarked;
