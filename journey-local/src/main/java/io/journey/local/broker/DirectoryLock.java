package io.journey.local.broker;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data directory to one broker, across processes and within one.
 *
 * <p>Kafka has a lock of its own, but a combined node takes it only after its controller has opened the metadata log,
 * which is too late. The operating system drops this one when the process dies, so a killed broker leaves nothing behind.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String FILE = "broker.lock";

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws BrokerStartException when the directory cannot be used or another broker has it */
    static DirectoryLock acquire(Path directory) {
        Path file = directory.resolve(FILE);
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new BrokerStartException(
                        "data directory " + directory + " is in use by another broker, which holds " + file
                                + ": stop it or choose another directory");
            }
            return new DirectoryLock(channel);
        } catch (IOException cause) {
            throw new BrokerStartException(
                    "data directory " + directory + " cannot be used: " + cause + "; choose one that can be written",
                    cause);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // A lock file that cannot be closed is released with the process; nothing is left to protect.
        }
    }
}
