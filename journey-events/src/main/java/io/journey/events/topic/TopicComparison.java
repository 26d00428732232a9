package io.journey.events.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.TopicConfig;

/** Holds an existing topic against the catalogue and a layout. */
final class TopicComparison {

    static final String PARTITIONS = "partitions";

    private final TopicLayout layout;

    TopicComparison(TopicLayout layout) {
        this.layout = layout;
    }

    /**
     * @param config the settings that hold for the topic, the brokers' defaults included
     */
    TopicFinding compare(JourneyTopic topic, TopicDescription description, Config config) {
        List<TopicDifference> differences = new ArrayList<>();
        comparePartitions(topic, description, differences);
        compareReplication(description, differences);
        new TreeMap<>(topic.config()).forEach((setting, expected) -> {
            ConfigEntry entry = config.get(setting);
            if (entry != null && entry.value() != null && !suffices(setting, entry.value(), expected)) {
                differences.add(new TopicDifference.Settable(setting, entry.value(), expected));
            }
        });
        return TopicFinding.existing(layout.name(topic), differences);
    }

    /** A topic that shares its partitions with the touchpoints: a task reads and writes the same number of both. */
    TopicFinding compareCompanion(TopicDescription description) {
        int found = description.partitions().size();
        int expected = layout.partitions(JourneyTopic.TOUCHPOINTS);
        return TopicFinding.existing(
                description.name(),
                found == expected
                        ? List.of()
                        : List.of(partitions(
                                found,
                                expected,
                                "an identity's messages must lie in the partition of its events, so both topics have as"
                                        + " many; stop the application that it belongs to, and start anew on another"
                                        + " application prefix")));
    }

    private void comparePartitions(
            JourneyTopic topic, TopicDescription description, List<TopicDifference> differences) {
        int found = description.partitions().size();
        int expected = layout.partitions(topic);
        if (found != expected) {
            differences.add(partitions(found, expected, whyPartitionsStay(topic)));
        }
    }

    private static TopicDifference partitions(int found, int expected, String why) {
        return new TopicDifference.Irreconcilable(PARTITIONS, String.valueOf(found), String.valueOf(expected), why);
    }

    private static String whyPartitionsStay(JourneyTopic topic) {
        if (topic.partitions() == Partitions.ONE) {
            return "all read the whole topic in one order, which two partitions do not have; delete the topic while"
                    + " nothing runs, or choose another topic prefix";
        }
        if (topic == JourneyTopic.TOUCHPOINTS) {
            return "the partition of an event follows from its address, and a customer's state lies where the events"
                    + " do: with another number both would part; say the number that is there, or choose another topic"
                    + " prefix and copy the events";
        }
        return "with another number a key's newest row lies beside an old one that is never compacted away; say the"
                + " number that is there, or choose another topic prefix and compute anew";
    }

    private void compareReplication(TopicDescription description, List<TopicDifference> differences) {
        int fewest = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (fewest < layout.replication()) {
            differences.add(new TopicDifference.Irreconcilable(
                    "replication factor",
                    String.valueOf(fewest),
                    String.valueOf(layout.replication()),
                    "copies are placed by whoever owns the cluster, with kafka-reassign-partitions.sh"));
        }
    }

    /** More room than needed is not taken away. */
    private static boolean suffices(String setting, String found, String expected) {
        return found.equals(expected)
                || (setting.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
                        && Long.parseLong(found) >= Long.parseLong(expected));
    }
}
