package io.journey.streams.clock;

import org.jspecify.annotations.Nullable;

/**
 * How far one input partition has been read; what a row of the clock topic says.
 *
 * @param lastRead event time of the last event read; null when none was
 * @param greatest greatest event time read; null when none was
 * @param greatestReadAt wall-clock time at which it was read; null when none was
 * @param nextOffset offset after the last record processed; null when none was
 * @param unread whether the partition holds records that have not been processed
 * @param settled watermark up to which all lapses have been published, when a replay is being closed; null before
 */
public record Progress(
        @Nullable Long lastRead,
        @Nullable Long greatest,
        @Nullable Long greatestReadAt,
        @Nullable Long nextOffset,
        boolean unread,
        @Nullable Long settled) {

    /** Nothing read, and nothing known of what there is to read. */
    public static final Progress NONE = new Progress(null, null, null, null, true, null);

    /** After a usable event was read. */
    public Progress read(long at, long now) {
        boolean ahead = greatest == null || at > greatest;
        return new Progress(
                at,
                ahead ? Long.valueOf(at) : greatest,
                ahead ? Long.valueOf(now) : greatestReadAt,
                nextOffset,
                unread,
                settled);
    }

    /** After any record was processed; what it makes due has not been looked for yet. */
    public Progress processed(long offset) {
        return new Progress(lastRead, greatest, greatestReadAt, offset + 1, unread, null);
    }

    /** Where processing begins at an offset, all before it has been processed. */
    public Progress from(long begin) {
        boolean ahead = begin <= 0 || (nextOffset != null && nextOffset >= begin);
        return ahead ? this : new Progress(lastRead, greatest, greatestReadAt, begin, unread, settled);
    }

    public Progress withUnread(boolean now) {
        return new Progress(lastRead, greatest, greatestReadAt, nextOffset, now, settled);
    }

    public Progress withSettled(@Nullable Long watermark) {
        return new Progress(lastRead, greatest, greatestReadAt, nextOffset, unread, watermark);
    }

    /** Together with what an earlier owner of the partition published: never less far than either. */
    public Progress after(Progress earlier) {
        boolean ahead = earlier.greatest == null || (greatest != null && greatest >= earlier.greatest);
        boolean read = earlier.nextOffset == null || (nextOffset != null && nextOffset >= earlier.nextOffset);
        return new Progress(
                read && lastRead != null ? lastRead : earlier.lastRead,
                ahead ? greatest : earlier.greatest,
                ahead ? greatestReadAt : earlier.greatestReadAt,
                read ? nextOffset : earlier.nextOffset,
                unread,
                settled);
    }
}
