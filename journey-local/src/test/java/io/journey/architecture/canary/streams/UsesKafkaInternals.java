package io.journey.architecture.canary.streams;

import org.apache.kafka.streams.state.internals.CachedStateStore;

/** Breaks INTERNALS_STAY_INSIDE. */
public record UsesKafkaInternals(CachedStateStore<?, ?> store) {}
