package io.journey.streams.clock;

import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Derives the watermark from how far all partitions have been read.
 *
 * @param mode whether time goes on by itself
 * @param maxOutOfOrder how far the watermark is held back
 */
public record WatermarkPolicy(Mode mode, Duration maxOutOfOrder) {

    /** No silence has ended yet. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Where time comes from. */
    public enum Mode {
        /** Once everything is read, time goes on with the wall clock. */
        LIVE,
        /** Time stands still until the replay is closed at an instant, which then is the watermark. */
        REPLAY
    }

    /**
     * The watermark now.
     *
     * @param partitions one for each input partition; null for one that nobody has reported yet
     * @param closedAt instant at which the replay is closed; null before
     * @param now wall-clock time
     * @return milliseconds since the epoch, or {@link #UNKNOWN}
     */
    public long watermark(Collection<@Nullable Progress> partitions, @Nullable Long closedAt, long now) {
        long leastUnread = Long.MAX_VALUE;
        boolean anyUnread = false;
        Progress greatest = Progress.NONE;
        for (Progress progress : partitions) {
            if (progress == null) {
                return UNKNOWN;
            }
            if (progress.unread()) {
                anyUnread = true;
                leastUnread = Math.min(leastUnread, progress.lastRead() == null ? UNKNOWN : progress.lastRead());
            }
            greatest = later(greatest, progress);
        }
        if (mode == Mode.REPLAY) {
            return anyUnread || closedAt == null ? UNKNOWN : closedAt;
        }
        if (anyUnread) {
            return heldBack(leastUnread);
        }
        return greatest.greatest() == null || greatest.greatestReadAt() == null
                ? UNKNOWN
                : heldBack(greatest.greatest() + Math.max(0, now - greatest.greatestReadAt()));
    }

    private static Progress later(Progress one, Progress two) {
        if (two.greatest() == null) {
            return one;
        }
        return one.greatest() == null || two.greatest() > one.greatest() ? two : one;
    }

    private long heldBack(long watermark) {
        return watermark == UNKNOWN ? UNKNOWN : watermark - maxOutOfOrder.toMillis();
    }
}
