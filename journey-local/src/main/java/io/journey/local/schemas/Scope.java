package io.journey.local.schemas;

import io.journey.events.registry.RegistryClient;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.SchemaSurvey;
import io.journey.events.topic.TopicLayout;
import io.journey.events.topic.TopicNames;
import io.journey.local.command.TopicPrefix;
import io.journey.local.house.OutsideRegistry;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that say which subjects of which registry are meant. */
final class Scope {

    private static final short ANY = -1;

    @Mixin
    private OutsideRegistry outside = new OutsideRegistry();

    @Option(
            names = "--topic-prefix",
            paramLabel = "P",
            defaultValue = JourneyTopic.DEFAULT_PREFIX,
            description = "Begins the name of every topic, and so of every subject. Default: ${DEFAULT-VALUE}.")
    private TopicPrefix prefix = TopicPrefix.USUAL;

    @Option(
            names = "--results-prefix",
            paramLabel = "P",
            description = "Begins the name of every topic but the touchpoints'. Default: as --topic-prefix.")
    private Optional<TopicPrefix> results = Optional.empty();

    RegistryClient client() {
        return outside.client();
    }

    SchemaSurvey survey(RegistryClient client) {
        return new SchemaSurvey(
                client,
                new TopicLayout(
                        new TopicNames(prefix.text(), results.orElse(prefix).text()), 1, ANY));
    }
}
