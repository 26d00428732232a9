/** Avro records as bytes in Confluent's wire format, and typed reasons when bytes are no record. */
@NullMarked
package io.journey.events.serde;

import org.jspecify.annotations.NullMarked;
