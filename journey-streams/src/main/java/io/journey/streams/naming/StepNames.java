package io.journey.streams.naming;

import io.journey.events.topic.JourneyTopic;

/**
 * Names of the topology's steps that records are sent to. Each record is sent to the one step that it is for; without a
 * name Kafka Streams would offer it to every step below, each time with a copy of its headers.
 */
public final class StepNames {

    /** Messages for identities of the same partition. */
    public static final String MESSAGES = "messages";
    /** Messages for identities of all partitions. */
    public static final String MESSAGES_TO_OTHERS = "messages-to-others";
    /** Records that are no usable event. */
    public static final String REJECTED = "rejected";
    /** Sums of differences on their way to their cell; Kafka Streams derives the name from the repartition topic's. */
    public static final String DIFFERENCES = StoreNames.DIFFERENCES_BY_CELL + "-repartition-filter";

    public static final String TRANSITIONS = writing(JourneyTopic.TRANSITIONS);
    public static final String ERASURES = writing(JourneyTopic.ERASURES);
    public static final String CLOCK = writing(JourneyTopic.CLOCK);

    private StepNames() {}

    /** The step that writes a topic. */
    public static String writing(JourneyTopic topic) {
        return "write-" + topic.noun();
    }
}
