package io.journey.streams.clock;

import io.journey.events.v1.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Progress as rows of the clock topic. */
public final class ClockRows {

    /** Partition number of the row that closes a replay. */
    public static final int CLOSING = -1;

    private ClockRows() {}

    public static Clock row(Progress progress) {
        return new Clock(
                instant(progress.lastRead()),
                instant(progress.greatest()),
                instant(progress.greatestReadAt()),
                progress.nextOffset(),
                progress.unread(),
                instant(progress.settled()));
    }

    /** The row that closes a replay at an instant. */
    public static Clock closing(long at) {
        return new Clock(null, Instant.ofEpochMilli(at), null, null, false, null);
    }

    public static Progress progress(Clock row) {
        return new Progress(
                millis(row.getLastReadAt()),
                millis(row.getGreatestAt()),
                millis(row.getGreatestReadAt()),
                row.getNextOffset(),
                row.getUnread(),
                millis(row.getSettledAt()));
    }

    private static @Nullable Instant instant(@Nullable Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }
}
