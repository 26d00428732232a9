package io.journey.events.topic;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistryRefusedException;
import io.journey.events.registry.SchemaPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that the schema of every key and value is registered before the first record: registers them, or, where
 * registering is somebody else's decision, checks that they are there.
 */
public final class SchemaProvisioner {

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
        Subject.of(layout).forEach(subject -> provision(subject, differences));
        if (!differences.isEmpty()) {
            throw new ProvisioningException(
                    "whoever owns the registry must register or admit these schemas", differences);
        }
    }

    private void provision(Subject subject, List<String> differences) {
        try {
            policy.idOf(registry, subject.name(), subject.schema());
            if (policy == SchemaPolicy.REGISTER
                    && !registry.compatibilityLevel(subject.name()).equals(SchemaSurvey.COMPATIBILITY)) {
                registry.setCompatibilityLevel(subject.name(), SchemaSurvey.COMPATIBILITY);
            }
        } catch (RegistryRefusedException e) {
            differences.add(e.getMessage());
        }
    }
}
