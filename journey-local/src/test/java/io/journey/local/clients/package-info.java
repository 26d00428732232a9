/** What becomes of transactions when Kafka Streams gives up a part of its work. */
@NullMarked
package io.journey.local.clients;

import org.jspecify.annotations.NullMarked;
