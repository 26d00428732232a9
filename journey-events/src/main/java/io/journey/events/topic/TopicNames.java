package io.journey.events.topic;

/**
 * What the topics of one installation are called.
 *
 * @param prefix start of the touchpoint topic's name, without the dot
 * @param resultsPrefix start of every other topic's name; another than {@code prefix} where results are computed beside
 *     those that are published
 */
public record TopicNames(String prefix, String resultsPrefix) {

    /** Events and results under one prefix, as usual. */
    public static TopicNames of(String prefix) {
        return new TopicNames(prefix, prefix);
    }

    /** Name of a topic. */
    public String name(JourneyTopic topic) {
        return topic.named(topic == JourneyTopic.TOUCHPOINTS ? prefix : resultsPrefix);
    }
}
