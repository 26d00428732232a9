package io.journey.sink.database;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * How far a batch takes a partition.
 *
 * @param topicId id of the topic that the records were read from
 * @param from offset that the database must still hold for the batch to be the next one
 * @param to offset of the first record after the batch; more than the last record's plus one where transaction
 *     markers or aborted records follow
 */
public record Progress(TopicPartition partition, Uuid topicId, long from, long to) {

    public Progress {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(partition + " from " + from + " to " + to + ", expected to move on");
        }
    }
}
