package io.journey.local.house;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.registry.SchemaPolicy;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.SchemaProvisioner;
import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicNames;
import io.journey.events.topic.TopicProvisioner;
import io.journey.local.command.CommandFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that a cluster has the topics and schemas that the pipeline needs. */
public final class Topics {

    /** Partitions where nobody says otherwise. */
    public static final int USUAL_PARTITIONS = 4;

    private static final short BROKERS_DEFAULT = -1;

    private Topics() {}

    /**
     * Creates what is missing and checks what exists.
     *
     * @param wanted partitions; when empty, as many as there are, or four where there are none
     * @return partitions of the touchpoint topic
     */
    public static int provide(Cluster cluster, String prefix, Optional<Integer> wanted) throws InterruptedException {
        return cluster.brokers().ask(admin -> {
            int partitions =
                    wanted.isPresent() ? wanted.get() : existing(admin, prefix).orElse(USUAL_PARTITIONS);
            provide(cluster.clients(), admin, new TopicLayout(prefix, partitions, BROKERS_DEFAULT));
            return partitions;
        });
    }

    /**
     * Creates topics for results beside others that are missing, with as many partitions as the events have.
     *
     * @param clients settings of all clients, Kafka's names
     * @throws CommandFailure when there is no touchpoint topic
     */
    public static void provideBeside(Brokers brokers, Map<String, ?> clients, TopicNames names)
            throws InterruptedException {
        brokers.ask(admin -> {
            int partitions = existing(admin, names.prefix())
                    .orElseThrow(() -> new CommandFailure("topic " + names.name(JourneyTopic.TOUCHPOINTS)
                            + " does not exist at " + brokers.bootstrapServers()
                            + ": correct journey.topic.prefix or kafka.bootstrap.servers"));
            provide(clients, admin, new TopicLayout(names, partitions, BROKERS_DEFAULT));
            return partitions;
        });
    }

    private static void provide(Map<String, ?> clients, Admin admin, TopicLayout layout) {
        new TopicProvisioner(admin, layout).provision();
        RegistryClient registry = RegistryClient.shared(RegistrySettings.of(clients));
        new SchemaProvisioner(registry, SchemaPolicy.of(clients), layout).provision();
    }

    /** Partitions of the touchpoint topic; empty when there is none. */
    public static Optional<Integer> existing(Admin admin, String prefix) throws InterruptedException {
        return partitions(admin, JourneyTopic.TOUCHPOINTS.named(prefix));
    }

    /** Whether there is a topic of this name. */
    public static boolean exists(Admin admin, String topic) throws InterruptedException {
        return partitions(admin, topic).isPresent();
    }

    private static Optional<Integer> partitions(Admin admin, String topic) throws InterruptedException {
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(List.of(topic)).allTopicNames().get();
            return Optional.ofNullable(found.get(topic))
                    .map(description -> description.partitions().size());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw failure.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("topic " + topic + " cannot be described", failure.getCause());
        }
    }
}
