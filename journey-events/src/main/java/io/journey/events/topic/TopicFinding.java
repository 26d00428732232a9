package io.journey.events.topic;

import java.util.List;

/** What a cluster has of one topic, held against what it should have. */
public sealed interface TopicFinding {

    /** Name of the topic in this installation. */
    String name();

    /** There is none; it is to be created. */
    record Missing(String name, JourneyTopic topic) implements TopicFinding {}

    /** It is there, and in order. */
    record AsItShouldBe(String name) implements TopicFinding {}

    /**
     * It is there, and not in order.
     *
     * @param differences at least one
     */
    record Differing(String name, List<TopicDifference> differences) implements TopicFinding {

        public Differing {
            differences = List.copyOf(differences);
        }
    }

    /** A topic that differs in something, or is in order when it differs in nothing. */
    static TopicFinding existing(String name, List<TopicDifference> differences) {
        return differences.isEmpty() ? new AsItShouldBe(name) : new Differing(name, differences);
    }

    /** What {@link TopicChanges} can set. */
    default List<TopicDifference.Settable> settable() {
        return this instanceof Differing differing
                ? differing.differences().stream()
                        .filter(TopicDifference.Settable.class::isInstance)
                        .map(TopicDifference.Settable.class::cast)
                        .toList()
                : List.of();
    }

    /** What nobody but the owner of the cluster can decide on. */
    default List<TopicDifference.Irreconcilable> irreconcilable() {
        return this instanceof Differing differing
                ? differing.differences().stream()
                        .filter(TopicDifference.Irreconcilable.class::isInstance)
                        .map(TopicDifference.Irreconcilable.class::cast)
                        .toList()
                : List.of();
    }
}
