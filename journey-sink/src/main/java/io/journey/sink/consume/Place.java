package io.journey.sink.consume;

import org.apache.kafka.common.Uuid;

/** Where a partition goes on. */
sealed interface Place {

    record At(Uuid topicId, long offset) implements Place {}

    /** Nowhere, until somebody acts. */
    record Nowhere(String reason) implements Place {}
}
