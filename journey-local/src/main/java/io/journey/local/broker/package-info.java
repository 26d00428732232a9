/** A Kafka broker inside this JVM, for the demo, the replay and tests. */
@NullMarked
package io.journey.local.broker;

import org.jspecify.annotations.NullMarked;
