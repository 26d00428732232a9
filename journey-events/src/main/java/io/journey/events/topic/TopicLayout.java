package io.journey.events.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;

/**
 * How the topics are laid out in one installation.
 *
 * @param names what they are called
 * @param partitions partitions of topics that have more than one, at least 1
 * @param replication copies of each partition, at least 1, or -1 for the brokers' default
 */
public record TopicLayout(TopicNames names, int partitions, short replication) {

    /** Leaves room for the longest topic's own name within Kafka's 249 characters. */
    private static final int LONGEST_PREFIX = 200;

    /** @throws ConfigException naming every fault at once */
    public TopicLayout {
        List<String> faults = new ArrayList<>();
        Stream.of(names.prefix(), names.resultsPrefix())
                .distinct()
                .filter(prefix -> !prefix.matches("[a-zA-Z0-9._-]{1," + LONGEST_PREFIX + "}"))
                .forEach(prefix -> faults.add("topic prefix: found \"" + prefix + "\", expected 1 to " + LONGEST_PREFIX
                        + " letters, digits, dots, dashes or underscores"));
        if (partitions < 1) {
            faults.add("partitions: found " + partitions + ", expected at least 1");
        }
        if (replication < 1 && replication != -1) {
            faults.add("replication: found " + replication + ", expected at least 1, or -1 for the brokers' default");
        }
        if (!faults.isEmpty()) {
            throw new ConfigException(String.join("; ", faults));
        }
    }

    /** An installation with events and results under one prefix. */
    public TopicLayout(String prefix, int partitions, short replication) {
        this(TopicNames.of(prefix), partitions, replication);
    }

    /** Name of a topic in this installation. */
    public String name(JourneyTopic topic) {
        return names.name(topic);
    }

    /** Partitions of a topic in this installation. */
    public int partitions(JourneyTopic topic) {
        return topic.partitions().of(partitions);
    }
}
