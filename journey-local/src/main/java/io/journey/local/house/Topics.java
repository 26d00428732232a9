package io.journey.local.house;

import io.journey.events.registry.RegistryClient;
import io.journey.events.registry.RegistrySettings;
import io.journey.events.registry.SchemaPolicy;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.SchemaProvisioner;
import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicProvisioner;
import io.journey.local.command.CommandFailure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Sees to it that a cluster has the topics and schemas that the pipeline needs. */
public final class Topics {

    private static final int USUAL_PARTITIONS = 4;
    private static final short BROKERS_DEFAULT = -1;
    private static final int PATIENCE_MS = 20_000;

    private Topics() {}

    /**
     * Creates what is missing and checks what exists.
     *
     * @param wanted partitions; when empty, as many as there are, or four where there are none
     * @return partitions of the touchpoint topic
     */
    public static int provide(Cluster cluster, String prefix, Optional<Integer> wanted) throws InterruptedException {
        try (Admin admin = admin(cluster)) {
            reach(cluster, admin);
            int partitions =
                    wanted.isPresent() ? wanted.get() : existing(admin, prefix).orElse(USUAL_PARTITIONS);
            TopicLayout layout = new TopicLayout(prefix, partitions, BROKERS_DEFAULT);
            new TopicProvisioner(admin, layout).provision();
            RegistryClient registry = RegistryClient.shared(RegistrySettings.of(cluster.clients()));
            new SchemaProvisioner(registry, SchemaPolicy.of(cluster.clients()), layout).provision();
            return partitions;
        } catch (RetriableException unreachable) {
            throw unreachable(cluster, unreachable);
        }
    }

    private static Admin admin(Cluster cluster) {
        try {
            return Admin.create(Map.copyOf(cluster.clients()));
        } catch (KafkaException unusable) {
            Throwable reason = unusable.getCause() == null ? unusable : unusable.getCause();
            throw new CommandFailure(
                    "brokers " + cluster.bootstrapServers() + ": " + reason.getMessage()
                            + "; correct --bootstrap-servers or --client-config",
                    unusable);
        }
    }

    /** Kafka itself would try for a minute, in silence, before it said that nobody is there. */
    private static void reach(Cluster cluster, Admin admin) throws InterruptedException {
        try {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .nodes()
                    .get();
        } catch (ExecutionException failure) {
            throw unreachable(cluster, failure.getCause() == null ? failure : failure.getCause());
        }
    }

    private static Optional<Integer> existing(Admin admin, String prefix) throws InterruptedException {
        String topic = JourneyTopic.TOUCHPOINTS.named(prefix);
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

    private static CommandFailure unreachable(Cluster cluster, Throwable cause) {
        return new CommandFailure(
                "the brokers at " + cluster.bootstrapServers() + " do not answer (" + cause.getMessage()
                        + "): start them, name others with --bootstrap-servers, or correct --client-config",
                cause);
    }
}
