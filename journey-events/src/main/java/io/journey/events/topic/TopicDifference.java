package io.journey.events.topic;

/** A property of an existing topic that is not as it should be. */
public sealed interface TopicDifference {

    /** Name of the property: a topic setting, {@code partitions} or {@code replication factor}. */
    String setting();

    /** Its value at the brokers. */
    String found();

    /** Its value by the catalogue and the layout. */
    String expected();

    /** It can be set to what is expected without losing anything. */
    record Settable(String setting, String found, String expected) implements TopicDifference {}

    /**
     * It is not for a program to change.
     *
     * @param why what would happen, and what to do instead
     */
    record Irreconcilable(String setting, String found, String expected, String why) implements TopicDifference {}
}
