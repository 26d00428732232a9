package io.journey.sink.consume;

/** What to do when a topic is not the one that the table was read from, or has lost records that the table lacks. */
public enum ChangedTopic {
    /** Stop reading the partition and say so: somebody has to decide. */
    STOP,
    /** Empty the table and read the topic from its beginning. */
    RESET
}
