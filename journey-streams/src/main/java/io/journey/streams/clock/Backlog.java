package io.journey.streams.clock;

import org.apache.kafka.common.TopicPartition;

/** Knows whether a partition holds records that have not been processed. */
public interface Backlog {

    /** Offset at which this process began with the partition as it has it now; −1 while that is not known. */
    long begin(TopicPartition partition);

    /** Offset of the last record handed out for processing; −1 for none. */
    long delivered(TopicPartition partition);

    /**
     * @param processed offset of the last record processed, or what was {@link #delivered} when processing began
     * @return true also while that is not known yet
     */
    boolean isUnread(TopicPartition partition, long processed);
}
