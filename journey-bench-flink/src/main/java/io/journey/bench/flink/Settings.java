package io.journey.bench.flink;

import io.journey.events.registry.RegistryConfig;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * What a job is told.
 *
 * @param topicPrefix begins the names of the topics that are read and written
 * @param definition file; each task reads it, because definitions do not travel
 * @param closedAt instant at which the replay closes, milliseconds since the epoch
 */
record Settings(
        String bootstrapServers, String registry, String topicPrefix, String definition, long closedAt, int parallelism)
        implements Serializable {

    /** Settings of serdes, schemas registered as they are first used. */
    Map<String, String> clients() {
        Map<String, String> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(RegistryConfig.URL, registry);
        settings.put(RegistryConfig.AUTO_REGISTER, "true");
        return settings;
    }

    Settings closedAt(long instant) {
        return new Settings(bootstrapServers, registry, topicPrefix, definition, instant, parallelism);
    }

    /** Consumer group, and begin of the transactional ids. */
    String group() {
        return topicPrefix + "-flink";
    }
}
