package io.journey.streams.clock;

import org.apache.kafka.common.TopicPartition;

/** Knows whether a partition holds records that have not been processed. */
@FunctionalInterface
public interface Backlog {

    /**
     * @param processed offset of the last record processed; −1 for none
     * @return true also while that is not known yet
     */
    boolean isUnread(TopicPartition partition, long processed);
}
