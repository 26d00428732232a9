package io.journey.bench.flink;

import org.jspecify.annotations.Nullable;

/**
 * A row as it goes to Kafka.
 *
 * @param value null for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Passed on, never compared.
record Published(String topic, byte[] key, byte @Nullable [] value) {}
