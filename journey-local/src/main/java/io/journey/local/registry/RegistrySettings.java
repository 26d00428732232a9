package io.journey.local.registry;

import io.journey.local.registry.catalogue.CompatibilityLevel;
import java.util.Optional;

/**
 * Where an embedded registry keeps its schemas and where it listens.
 *
 * @param bootstrapServers of the broker that holds the topic
 * @param topic compacted, one partition, created when missing; one registry at a time may use it
 * @param port of the loopback interface, 0 for a free one
 * @param defaultLevel what new versions must fulfil where nobody sets another level
 * @param credentials that every request must carry; empty lets everybody in
 */
public record RegistrySettings(
        String bootstrapServers,
        String topic,
        int port,
        CompatibilityLevel defaultLevel,
        Optional<BasicCredentials> credentials) {

    /** The topic's usual name. */
    public static final String DEFAULT_TOPIC = "_schemas";

    /** An open registry on any free port, with the usual topic and level. */
    public static RegistrySettings on(String bootstrapServers) {
        return new RegistrySettings(bootstrapServers, DEFAULT_TOPIC, 0, CompatibilityLevel.BACKWARD, Optional.empty());
    }

    /** The same registry on a given port. */
    public RegistrySettings onPort(int wanted) {
        return new RegistrySettings(bootstrapServers, topic, wanted, defaultLevel, credentials);
    }

    /** The same registry with another level to start from. */
    public RegistrySettings startingFrom(CompatibilityLevel level) {
        return new RegistrySettings(bootstrapServers, topic, port, level, credentials);
    }

    /** The same registry for those who know the password. */
    public RegistrySettings guardedBy(BasicCredentials required) {
        return new RegistrySettings(bootstrapServers, topic, port, defaultLevel, Optional.of(required));
    }
}
