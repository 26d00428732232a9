package io.journey.local.house;

import io.journey.events.registry.RegistryConfig;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

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
    static Cluster own(String bootstrapServers, URI registry) {
        return new Cluster(bootstrapServers, registry, Map.of(RegistryConfig.AUTO_REGISTER, "true"));
    }

    /**
     * A cluster that somebody else runs.
     *
     * @param clientConfig file of further settings of all clients, as properties
     */
    public static Cluster given(String bootstrapServers, URI registry, Optional<Path> clientConfig) {
        return new Cluster(
                bootstrapServers, registry, clientConfig.map(Cluster::read).orElse(Map.of()));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "--client-config " + file + " cannot be read: " + FileReason.of(unreadable), unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(
                    "--client-config " + file + " has a malformed escape (" + malformed.getMessage()
                            + "), expected lines NAME=VALUE",
                    malformed);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    /** Everything a client or serde needs. */
    public Map<String, String> clients() {
        Map<String, String> clients = new HashMap<>(settings);
        clients.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        clients.put(RegistryConfig.URL, registry.toString());
        return clients;
    }
}
