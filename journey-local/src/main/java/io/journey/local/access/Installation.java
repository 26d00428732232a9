package io.journey.local.access;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import java.util.List;
import org.apache.kafka.common.resource.PatternType;

/**
 * The names of one installation at the brokers.
 *
 * @param topics what they are called
 * @param applicationPrefix start of every application id, without the hyphen
 * @param definitions whose applications run; empty when they are not known, for any of them
 */
public record Installation(TopicNames topics, String applicationPrefix, List<Definition> definitions) {

    public Installation {
        definitions = List.copyOf(definitions);
    }

    /** Name of a topic. */
    String name(JourneyTopic topic) {
        return topics.name(topic);
    }

    /** Consumer group of the sink, where it is not set otherwise. */
    String sinkGroup() {
        return topics.prefix() + "-sink";
    }

    /** Ids of the applications, or what they begin with. */
    List<String> applications() {
        return definitions.isEmpty()
                ? List.of(applicationPrefix + "-")
                : definitions.stream()
                        .map(each -> applicationPrefix + "-" + each.journey() + "-v" + each.version())
                        .toList();
    }

    /** An application id names a group; where the definitions are not known, what it begins with does. */
    PatternType groups() {
        return definitions.isEmpty() ? PatternType.PREFIXED : PatternType.LITERAL;
    }

    /** What the names of internal topics and of transactional ids begin with. */
    List<String> internal() {
        return definitions.isEmpty()
                ? applications()
                : applications().stream().map(id -> id + "-").toList();
    }
}
