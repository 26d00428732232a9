/** Names that Kafka persists; a leaf, so that everything may use them. */
@NullMarked
package io.journey.streams.naming;

import org.jspecify.annotations.NullMarked;
