/** The clients that Kafka Streams works with, and what they see that it does not tell. */
@NullMarked
package io.journey.streams.clients;

import org.jspecify.annotations.NullMarked;
