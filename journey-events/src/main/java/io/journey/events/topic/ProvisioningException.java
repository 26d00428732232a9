package io.journey.events.topic;

import java.util.List;
import org.apache.kafka.common.KafkaException;

/** Topics or schemas are not as they must be; the message lists every difference and who must act. */
public final class ProvisioningException extends KafkaException {

    private final List<String> differences;

    ProvisioningException(String advice, List<String> differences) {
        super(String.join("; ", differences) + "; " + advice);
        this.differences = List.copyOf(differences);
    }

    /** What was found and what was expected, one entry a topic or subject and property. */
    public List<String> differences() {
        return differences;
    }
}
