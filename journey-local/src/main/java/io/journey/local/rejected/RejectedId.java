package io.journey.local.rejected;

import io.journey.events.v1.RejectedKey;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Where a rejected record came from, which names it.
 *
 * @param topic of the original record, or name of a replayed file
 * @param partition of the original record; -1 for a line of a file
 * @param offset of the original record; for a line of a file its number, from 1
 */
record RejectedId(String topic, int partition, long offset) {

    static RejectedId of(RejectedKey key) {
        return new RejectedId(key.getTopic(), key.getPartition(), key.getOffset());
    }

    boolean isLineOfAFile() {
        return partition < 0;
    }

    /** TOPIC/PARTITION/OFFSET, as it is read from the command line and written into headers. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }

    /** Reads an id from the command line. */
    static final class Converter implements ITypeConverter<RejectedId> {
        @Override
        public RejectedId convert(String text) {
            // A file's name may hold slashes too, so the numbers are the last two parts.
            if (!text.matches(".+/(-1|[0-9]{1,9})/[0-9]{1,18}")) {
                throw new TypeConversionException("'" + text
                        + "' is no id of a rejected record, expected TOPIC/PARTITION/OFFSET as journey rejected list"
                        + " prints it");
            }
            int second = text.lastIndexOf('/');
            int first = text.lastIndexOf('/', second - 1);
            return new RejectedId(
                    text.substring(0, first),
                    Integer.parseInt(text.substring(first + 1, second)),
                    Long.parseLong(text.substring(second + 1)));
        }
    }
}
