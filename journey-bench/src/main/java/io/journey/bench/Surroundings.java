package io.journey.bench;

import io.journey.events.registry.RegistryConfig;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where a measured run finds its events and leaves its results.
 *
 * @param topicPrefix begins the names of this run's own topics, so that no run finds traces of another
 * @param serversPid process of the broker and the registry
 */
public record Surroundings(String bootstrapServers, String registry, String topicPrefix, long serversPid)
        implements Serializable {

    /** Settings of clients and serdes, schemas registered as they are first used. */
    public Map<String, String> clients() {
        Map<String, String> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(RegistryConfig.URL, registry);
        settings.put(RegistryConfig.AUTO_REGISTER, "true");
        return settings;
    }
}
