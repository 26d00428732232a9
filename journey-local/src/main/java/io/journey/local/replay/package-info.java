/** {@code journey replay}: files of events through Kafka and the topology, to their exact end. */
@NullMarked
package io.journey.local.replay;

import org.jspecify.annotations.NullMarked;
