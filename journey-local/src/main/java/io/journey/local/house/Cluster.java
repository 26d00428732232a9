package io.journey.local.house;

import io.journey.events.registry.RegistryConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brokers and a schema registry, and how clients reach them.
 *
 * @param bootstrapServers host:port, joined by commas
 * @param registry address of the schema registry
 * @param settings further settings of all clients, Kafka's names
 */
public record Cluster(String bootstrapServers, URI registry, Map<String, String> settings) {

    public Cluster {
        settings = Map.copyOf(settings);
    }

    /** A cluster of our own: its registry takes every schema. */
    public static Cluster own(String bootstrapServers, URI registry) {
        return new Cluster(bootstrapServers, registry, Map.of(RegistryConfig.AUTO_REGISTER, "true"));
    }

    /**
     * A cluster that somebody else runs.
     *
     * @param clientConfig file of further settings of all clients, as properties
     */
    public static Cluster given(String bootstrapServers, URI registry, Optional<Path> clientConfig) {
        return new Cluster(
                bootstrapServers,
                registry,
                clientConfig.map(ClientConfigFile::read).orElse(Map.of()));
    }

    /** The brokers alone. */
    public Brokers brokers() {
        return new Brokers(bootstrapServers, settings);
    }

    /** Everything a client or serde needs. */
    public Map<String, String> clients() {
        Map<String, String> clients = new HashMap<>(brokers().clients());
        clients.put(RegistryConfig.URL, registry.toString());
        return clients;
    }
}
