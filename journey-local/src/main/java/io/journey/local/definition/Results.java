package io.journey.local.definition;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.events.v1.RejectedKey;
import io.journey.local.command.CommandFailure;
import io.journey.local.house.Brokers;
import io.journey.local.house.Topics;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.table.TopicTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What is published of one definition under one results prefix.
 *
 * @param topics where it is published
 * @param journey id of the definition
 */
record Results(PublishedTopics topics, String journey) {

    private static final String JOURNEY = "journey";

    /**
     * @throws CommandFailure when there are no such topics
     */
    void requireTopics(Brokers brokers) throws InterruptedException {
        String topic = topics.names().name(JourneyTopic.DEFINITIONS);
        boolean exists = brokers.ask(admin -> Topics.exists(admin, topic));
        if (!exists) {
            throw new CommandFailure("topic " + topic + " does not exist at " + brokers.bootstrapServers()
                    + ": correct --topic-prefix, --beside or --bootstrap-servers");
        }
    }

    /** The definition that they are published for. */
    Optional<Definition> definition() {
        return Optional.ofNullable((Definition) rows(JourneyTopic.DEFINITIONS).get(new DefinitionKey(journey)));
    }

    /**
     * The definition that they are published for.
     *
     * @throws CommandFailure when nothing is published of it
     */
    Definition requireDefinition() {
        return definition()
                .orElseThrow(() -> new CommandFailure("no results of " + journey + " are published under "
                        + topics.names().resultsPrefix()
                        + ": compute them with this journey.results.prefix, or correct --journey"));
    }

    /** The rows of a topic that the application published; lines of files that were no events are the replay's. */
    Map<SpecificRecord, SpecificRecord> rows(JourneyTopic topic) {
        String input = topics.names().name(JourneyTopic.TOUCHPOINTS);
        Map<SpecificRecord, SpecificRecord> rows = new HashMap<>();
        try (TopicTable<SpecificRecord, SpecificRecord> table = topics.table(topic)) {
            table.refresh().forEach((key, value) -> {
                boolean foreign = key instanceof RejectedKey rejected
                        && !rejected.getTopic().equals(input);
                if (journeyOf(key).equals(journey) && !foreign) {
                    rows.put(key, value);
                }
            });
        }
        return rows;
    }

    private static Object journeyOf(SpecificRecord key) {
        return key.get(key.getSchema().getField(JOURNEY).pos());
    }
}
