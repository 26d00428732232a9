package io.journey.events.registry;

import org.apache.kafka.common.KafkaException;

/**
 * No registry gave an answer, or only answers that say to come back later, and all retries are used up. The same call can
 * succeed later; the record in hand is not to blame and must not be rejected.
 */
public final class RegistryUnavailableException extends KafkaException {

    RegistryUnavailableException(String message) {
        super(message);
    }
}
