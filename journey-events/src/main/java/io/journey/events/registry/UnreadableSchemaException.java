package io.journey.events.registry;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The registry has something under the id or subject that is no Avro schema which this library can parse. */
public final class UnreadableSchemaException extends KafkaException {

    UnreadableSchemaException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
