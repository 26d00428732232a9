package io.journey.streams.stitch;

import io.journey.streams.clock.Backlog;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.clock.Progress;
import io.journey.streams.clock.WatermarkPolicy;
import io.journey.streams.naming.StoreNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where a task learns the time.
 *
 * @param policy how the watermark follows from progress
 * @param topic input topic
 * @param partitions of the input topic
 * @param backlog what is known of unread records
 * @param interval wall-clock time between two ticks
 */
public record ClockSource(WatermarkPolicy policy, String topic, int partitions, Backlog backlog, Duration interval) {

    Ticking ticking(ProcessorContext<?, ?> context) {
        return new Ticking(
                this,
                context.taskId().partition(),
                context.getStateStore(StoreNames.CLOCK),
                context.currentSystemTimeMs());
    }

    /** The watermark by what all partitions have published so far, for those who only look. */
    public long watermark(ReadOnlyKeyValueStore<Integer, byte[]> rows, long now) {
        List<@Nullable Progress> all = new ArrayList<>(partitions);
        for (int partition = 0; partition < partitions; partition++) {
            all.add(GlobalClock.read(rows, partition));
        }
        Progress closing = GlobalClock.read(rows, ClockRows.CLOSING);
        return policy.watermark(all, closing == null ? null : closing.greatest(), now);
    }

    /**
     * The clock of one task.
     *
     * @param since wall-clock time at which the task began
     */
    record Ticking(ClockSource source, int partition, ReadOnlyKeyValueStore<Integer, byte[]> rows, long since) {

        /**
         * A row that has not come by then will not: the log began at a later offset, the topic or the offsets were set by
         * hand, or the marker of a producer's transaction lies between what was processed and what was committed.
         */
        private static final long LOST_AFTER_MS = Duration.ofMinutes(1).toMillis();

        /** Offset of the last record that this process was given before the task began. */
        long delivered() {
            return source.backlog.delivered(input());
        }

        private TopicPartition input() {
            return new TopicPartition(source.topic, partition);
        }

        /** This task's progress, together with what an earlier owner of its partition published. */
        Progress current(Progress own, long processed) {
            boolean unread = source.backlog.isUnread(input(), processed);
            Progress earlier = row(partition);
            Progress merged = earlier == null ? own : own.after(earlier);
            return merged.from(source.backlog.begin(input())).withUnread(unread);
        }

        /**
         * Whether what an earlier owner of the partition published last has been read here: it was committed together with
         * the offset at which this task began. Publishing before would put less in its place.
         */
        boolean knowsEarlier(long now) {
            long begin = source.backlog.begin(input());
            Progress earlier = row(partition);
            boolean known = begin == 0
                    || (begin > 0 && earlier != null && earlier.nextOffset() != null && earlier.nextOffset() >= begin);
            return known || now - since > LOST_AFTER_MS;
        }

        long watermark(Progress own, long now) {
            List<@Nullable Progress> all = new ArrayList<>(source.partitions);
            for (int other = 0; other < source.partitions; other++) {
                all.add(other == partition ? own : row(other));
            }
            return source.policy.watermark(all, closing(), now);
        }

        /** The instant at which the replay is closed, once it is the watermark; null before. */
        @Nullable Long closedAt(long watermark) {
            Long closing = closing();
            boolean closed =
                    source.policy.mode() == WatermarkPolicy.Mode.REPLAY && closing != null && closing == watermark;
            return closed ? closing : null;
        }

        private @Nullable Long closing() {
            Progress closing = row(ClockRows.CLOSING);
            return closing == null ? null : closing.greatest();
        }

        private @Nullable Progress row(int number) {
            return GlobalClock.read(rows, number);
        }
    }
}
