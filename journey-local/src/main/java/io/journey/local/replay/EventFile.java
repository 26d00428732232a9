package io.journey.local.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;

/**
 * A file of event lines, or the standard input. Whether it is compressed is told by its first bytes, not by its name.
 *
 * @param name by which its faults are told and its rejected lines are keyed
 * @param path the file; {@code -} for the standard input
 */
record EventFile(String name, Path path) {

    private static final Path STANDARD_INPUT = Path.of("-");
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    boolean isStandardInput() {
        return path.equals(STANDARD_INPUT);
    }

    /** Bytes to read; 0 when nobody knows. */
    long size() throws IOException {
        return isStandardInput() ? 0 : Files.size(path);
    }

    /**
     * @param read told of every byte that is taken from the file
     */
    InputStream open(LongAdder read) throws IOException {
        InputStream raw = isStandardInput() ? System.in : Files.newInputStream(path);
        BufferedInputStream bytes = new WaitingInput(new CountedInput(raw, read), BUFFER);
        bytes.mark(2);
        boolean compressed = bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        bytes.reset();
        return compressed ? new GZIPInputStream(bytes, BUFFER) : bytes;
    }

    /**
     * Says that there is more until there is none. The decompressor asks between the members of a file whether another
     * follows, and a pipe that is merely slow would be taken for the end.
     */
    private static final class WaitingInput extends BufferedInputStream {

        WaitingInput(InputStream bytes, int size) {
            super(bytes, size);
        }

        @Override
        public synchronized int available() throws IOException {
            int ready = super.available();
            if (ready > 0) {
                return ready;
            }
            mark(1);
            boolean more = read() >= 0;
            reset();
            return more ? 1 : 0;
        }
    }
}
