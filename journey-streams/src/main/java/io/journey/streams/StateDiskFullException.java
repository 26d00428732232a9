package io.journey.streams;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.rocksdb.RocksDBException;

/**
 * The disk that holds the state is full. Somebody must make space; the next start then goes on from what was committed.
 */
public final class StateDiskFullException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    /** What Linux, macOS and the BSDs call it. */
    private static final String NO_SPACE = "No space left on device";

    private static final double MEGABYTE = 1 << 20;

    StateDiskFullException(Path stateDirectory, Throwable cause) {
        super(
                "the disk of state.dir " + stateDirectory + " is full (" + space(stateDirectory)
                        + "): make space on it, or move the directory to a larger one, and start again; what was"
                        + " committed is kept, the rest is processed again",
                cause);
    }

    /** Whether RocksDB or the operating system said in the end that a disk is full. */
    static boolean isSaidBy(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean fromDisk = cause instanceof RocksDBException || cause instanceof IOException;
            if (fromDisk && String.valueOf(cause.getMessage()).contains(NO_SPACE)) {
                return true;
            }
        }
        return false;
    }

    private static String space(Path directory) {
        try {
            FileStore disk = Files.getFileStore(directory);
            return String.format(
                    Locale.ROOT,
                    "%,.1f of %,.1f MB free",
                    disk.getUsableSpace() / MEGABYTE,
                    disk.getTotalSpace() / MEGABYTE);
        } catch (IOException unknown) {
            return "its free space cannot be read: " + unknown;
        }
    }
}
