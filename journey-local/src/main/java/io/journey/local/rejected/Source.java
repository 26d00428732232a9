package io.journey.local.rejected;

import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.TopicPrefix;
import io.journey.local.house.Cluster;
import io.journey.local.house.OutsideCluster;
import io.journey.local.house.Topics;
import java.util.function.Consumer;
import java.util.function.Predicate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say whose rejected records are meant. */
final class Source {

    @Mixin
    private OutsideCluster outside = new OutsideCluster();

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of every topic. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix prefix = TopicPrefix.USUAL;

    Cluster cluster() {
        return outside.cluster();
    }

    String prefix() {
        return prefix.text();
    }

    /**
     * Tells every current row that is chosen.
     *
     * @throws CommandFailure when there is no such topic, or it cannot be read
     */
    void read(Predicate<RejectedRow> chosen, Consumer<RejectedRow> listener) throws InterruptedException {
        Cluster cluster = cluster();
        String topic = JourneyTopic.REJECTED.named(prefix());
        boolean exists = cluster.brokers().ask(admin -> Topics.exists(admin, topic));
        if (!exists) {
            throw new CommandFailure("topic " + topic + " does not exist at " + cluster.bootstrapServers()
                    + ": correct --topic-prefix or --bootstrap-servers");
        }
        new RejectedTopic(cluster, prefix()).read(chosen, listener);
    }
}
