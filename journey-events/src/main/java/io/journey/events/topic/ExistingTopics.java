package io.journey.events.topic;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the brokers say of topics. */
final class ExistingTopics {

    private ExistingTopics() {}

    /** Those of the topics that there are, by name. */
    static Map<String, TopicDescription> describe(Admin admin, Collection<String> names) {
        Map<String, TopicDescription> existing = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            try {
                existing.put(name, Answers.get(answer));
            } catch (UnknownTopicOrPartitionException missing) {
                // Absence is what is asked for.
            }
        });
        return existing;
    }

    /** The settings that hold for topics that exist, the brokers' defaults included, by name. */
    static Map<String, Config> configs(Admin admin, Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Config> configs = new HashMap<>();
        Answers.get(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }
}
