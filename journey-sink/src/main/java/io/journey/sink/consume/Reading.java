package io.journey.sink.consume;

import io.journey.sink.database.Progress;
import io.journey.sink.table.Change;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/** A partition that is being read: how far the database has it, and what was read since. */
final class Reading {

    private final TopicPartition partition;
    private final Uuid topicId;
    private final List<Change> changes = new ArrayList<>();
    private long stored;
    private long read;

    Reading(TopicPartition partition, Uuid topicId, long stored) {
        this.partition = partition;
        this.topicId = topicId;
        this.stored = stored;
        this.read = stored;
    }

    TopicPartition partition() {
        return partition;
    }

    Uuid topicId() {
        return topicId;
    }

    long stored() {
        return stored;
    }

    long read() {
        return read;
    }

    List<Change> changes() {
        return changes;
    }

    void add(Change change) {
        changes.add(change);
    }

    /** The consumer has come this far; further than the last record where markers or aborted records follow it. */
    void readUpTo(long position) {
        read = position;
    }

    boolean hasProgress() {
        return read > stored;
    }

    Progress progress() {
        return new Progress(partition, topicId, stored, read);
    }

    void written() {
        stored = read;
        changes.clear();
    }
}
