package io.journey.local.replay;

import io.journey.events.json.TouchpointJson;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts bytes into lines, without their line breaks. Of a line that is too large to be an event only as much is kept as
 * shows that it is.
 */
final class Lines {

    private static final int LARGEST_KEPT = TouchpointJson.LARGEST_LINE + 1;

    private final InputStream bytes;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkAt;
    private int chunkEnd;
    private byte[] line = new byte[1 << 12];
    private int length;
    private long number;

    Lines(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        length = 0;
        boolean any = false;
        while (hasChunk()) {
            any = true;
            int end = lineBreak();
            keep(end < 0 ? chunkEnd : end);
            chunkAt = end < 0 ? chunkEnd : end + 1;
            if (end >= 0) {
                break;
            }
        }
        if (!any) {
            return false;
        }
        length = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
        number++;
        return true;
    }

    private boolean hasChunk() throws IOException {
        if (chunkAt < chunkEnd) {
            return true;
        }
        chunkAt = 0;
        chunkEnd = Math.max(0, bytes.read(chunk));
        return chunkEnd > 0;
    }

    private int lineBreak() {
        for (int at = chunkAt; at < chunkEnd; at++) {
            if (chunk[at] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private void keep(int end) {
        int more = Math.min(end - chunkAt, LARGEST_KEPT - length);
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(length + more, line.length * 2));
        }
        System.arraycopy(chunk, chunkAt, line, length, more);
        length += more;
    }

    /** Holds the line from its beginning, and rubbish after {@link #length}. */
    byte[] buffer() {
        return line;
    }

    int length() {
        return length;
    }

    /** Of the line, from 1. */
    long number() {
        return number;
    }

    byte[] copy() {
        return Arrays.copyOf(line, length);
    }
}
