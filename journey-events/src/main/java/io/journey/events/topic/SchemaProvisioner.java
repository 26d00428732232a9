package io.journey.events.topic;

import io.journey.events.registry.PublishedSchema;
import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.SchemaPolicy;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Sees to it that the schema of every key and value is registered before the first record: registers them, or, where
 * registering is somebody else's decision, checks that they are there.
 */
public final class SchemaProvisioner {

    /** Every old reader reads every new record and the other way round, for good. */
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final RegistryClient registry;
    private final SchemaPolicy policy;
    private final TopicLayout layout;

    public SchemaProvisioner(RegistryClient registry, SchemaPolicy policy, TopicLayout layout) {
        this.registry = registry;
        this.policy = policy;
        this.layout = layout;
    }

    /**
     * Registers or checks all schemas.
     *
     * @throws ProvisioningException when the registry refuses some, naming all of them
     */
    public void provision() {
        List<String> differences = new ArrayList<>();
        for (JourneyTopic topic : JourneyTopic.values()) {
            provision(layout.name(topic) + "-key", topic.keyType(), differences);
            provision(layout.name(topic) + "-value", topic.valueType(), differences);
        }
        if (!differences.isEmpty()) {
            throw new ProvisioningException(
                    "whoever owns the registry must register or admit these schemas", differences);
        }
    }

    private void provision(String subject, Class<? extends SpecificRecord> type, List<String> differences) {
        Schema schema = PublishedSchema.of(SpecificData.get().getSchema(type));
        try {
            policy.idOf(registry, subject, schema);
            if (policy == SchemaPolicy.REGISTER
                    && !registry.compatibilityLevel(subject).equals(COMPATIBILITY)) {
                registry.setCompatibilityLevel(subject, COMPATIBILITY);
            }
        } catch (RegistryRefusedException e) {
            differences.add(e.getMessage());
        }
    }
}
