package io.journey.local.access;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import java.util.List;
import org.apache.kafka.common.resource.PatternType;

/**
 * The names of one installation at the brokers.
 *
 * @param topicPrefix start of every topic's name, without the dot
 * @param applicationPrefix start of every application id, without the hyphen
 * @param definitions whose applications run; empty when they are not known, for any of them
 */
public record Installation(String topicPrefix, String applicationPrefix, List<Definition> definitions) {

    public Installation {
        definitions = List.copyOf(definitions);
    }

    /** Name of a topic. */
    String name(JourneyTopic topic) {
        return topic.named(topicPrefix);
    }

    /** Consumer group of the sink, where it is not set otherwise. */
    String sinkGroup() {
        return topicPrefix + "-sink";
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
