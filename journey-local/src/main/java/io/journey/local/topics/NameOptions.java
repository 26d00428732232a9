package io.journey.local.topics;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import io.journey.local.command.TopicPrefix;
import java.util.Optional;
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
            names = "--results-prefix",
            paramLabel = "P",
            description = "Begins the name of every topic but the touchpoints', where results are computed beside those"
                    + " that are in use. Default: as --topic-prefix.")
    private Optional<TopicPrefix> results = Optional.empty();

    @Option(
            names = "--application-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the id of every streams application, and so its groups, transactions and internal"
                    + " topics. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix applications = TopicPrefix.USUAL;

    public TopicNames topics() {
        return new TopicNames(topics.text(), results.orElse(topics).text());
    }

    public String applications() {
        return applications.text();
    }
}
