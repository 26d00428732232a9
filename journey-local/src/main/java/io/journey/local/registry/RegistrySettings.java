package io.journey.local.registry;

import io.journey.local.registry.catalogue.CompatibilityLevel;
import java.util.Map;
import java.util.Optional;

/**
 * Where an embedded registry keeps its schemas and where it listens.
 *
 * @param bootstrapServers of the broker that holds the topic
 * @param clients further settings of the registry's Kafka clients, Kafka's names: security, for example
 * @param topic compacted, one partition, created when missing; one registry at a time may use it
 * @param host name or address of the interface to listen on; 0.0.0.0 for all
 * @param port to listen on, 0 for a free one
 * @param defaultLevel what new versions must fulfil where nobody sets another level
 * @param credentials that every request must carry; empty lets everybody in
 */
public record RegistrySettings(
        String bootstrapServers,
        Map<String, String> clients,
        String topic,
        String host,
        int port,
        CompatibilityLevel defaultLevel,
        Optional<BasicCredentials> credentials) {

    /** The topic's usual name. */
    public static final String DEFAULT_TOPIC = "_schemas";

    private static final String LOOPBACK = "127.0.0.1";

    public RegistrySettings {
        clients = Map.copyOf(clients);
    }

    /** An open registry on any free port of loopback, with the usual topic and level. */
    public static RegistrySettings on(String bootstrapServers) {
        return new RegistrySettings(
                bootstrapServers, Map.of(), DEFAULT_TOPIC, LOOPBACK, 0, CompatibilityLevel.BACKWARD, Optional.empty());
    }

    /** The same registry with further settings of its Kafka clients. */
    public RegistrySettings with(Map<String, String> further) {
        return new RegistrySettings(bootstrapServers, further, topic, host, port, defaultLevel, credentials);
    }

    /** The same registry with its schemas on another topic. */
    public RegistrySettings in(String other) {
        return new RegistrySettings(bootstrapServers, clients, other, host, port, defaultLevel, credentials);
    }

    /** The same registry on another interface. */
    public RegistrySettings onHost(String wanted) {
        return new RegistrySettings(bootstrapServers, clients, topic, wanted, port, defaultLevel, credentials);
    }

    /** The same registry on a given port. */
    public RegistrySettings onPort(int wanted) {
        return new RegistrySettings(bootstrapServers, clients, topic, host, wanted, defaultLevel, credentials);
    }

    /** The same registry with another level to start from. */
    public RegistrySettings startingFrom(CompatibilityLevel level) {
        return new RegistrySettings(bootstrapServers, clients, topic, host, port, level, credentials);
    }

    /** The same registry for those who know the password. */
    public RegistrySettings guardedBy(BasicCredentials required) {
        return new RegistrySettings(bootstrapServers, clients, topic, host, port, defaultLevel, Optional.of(required));
    }
}
