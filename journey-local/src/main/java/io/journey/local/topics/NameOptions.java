package io.journey.local.topics;

import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.TopicPrefix;
import picocli.CommandLine.Option;

/** Options that say how the names of an installation begin. */
public final class NameOptions {

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of every topic. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix topics = TopicPrefix.USUAL;

    @Option(
            names = "--application-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the id of every streams application, and so its groups, transactions and internal"
                    + " topics. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix applications = TopicPrefix.USUAL;

    public String topics() {
        return topics.text();
    }

    public String applications() {
        return applications.text();
    }
}
