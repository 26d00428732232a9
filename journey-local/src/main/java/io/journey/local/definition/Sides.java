package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import io.journey.local.command.TopicPrefix;
import io.journey.local.house.Cluster;
import io.journey.local.house.OutsideCluster;
import io.journey.streams.table.PublishedTopics;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that name two sets of results of one definition: the one in use, and the one computed beside it. */
final class Sides {

    @Mixin
    private OutsideCluster outside = new OutsideCluster();

    @Option(names = "--journey", required = true, paramLabel = "ID", description = "Id of the definition.")
    private String journey = "";

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of every topic in use. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix prefix = TopicPrefix.USUAL;

    @Option(
            names = "--beside",
            required = true,
            paramLabel = "P",
            description = "Begins the names of the topics of the other results: the journey.results.prefix with which"
                    + " they were computed.")
    private TopicPrefix beside = TopicPrefix.USUAL;

    Cluster cluster() {
        return outside.cluster();
    }

    String journey() {
        return journey;
    }

    PublishedTopics inUse() {
        return new PublishedTopics(cluster().clients(), TopicNames.of(prefix.text()));
    }

    PublishedTopics beside() {
        return new PublishedTopics(cluster().clients(), new TopicNames(prefix.text(), beside.text()));
    }
}
