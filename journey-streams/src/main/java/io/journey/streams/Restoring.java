package io.journey.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** How much state is still to be read back, as Kafka Streams tells it. */
final class Restoring implements StateRestoreListener {

    /** Each store has a changelog of its own, so a partition of one names the store. */
    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();

    /** Records left. Offsets are counted, markers of transactions too, so it is a little more than it takes. */
    long records() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition changelog, String store, long startingOffset, long endingOffset) {
        left.put(changelog, Math.max(0, endingOffset - startingOffset));
    }

    @Override
    public void onBatchRestored(TopicPartition changelog, String store, long batchEndOffset, long restored) {
        left.computeIfPresent(changelog, (any, before) -> Math.max(0, before - restored));
    }

    @Override
    public void onRestoreEnd(TopicPartition changelog, String store, long restored) {
        left.remove(changelog);
    }

    @Override
    public void onRestoreSuspended(TopicPartition changelog, String store, long restored) {
        left.remove(changelog);
    }
}
