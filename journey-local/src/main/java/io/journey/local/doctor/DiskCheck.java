package io.journey.local.doctor;

import io.journey.local.command.FileReason;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Whether the folder that an instance keeps its state in can be used, and has room. */
record DiskCheck(Path directory) implements Check {

    private static final long LEAST_BYTES = 1L << 30;
    private static final double GIGABYTE = 1 << 30;

    @Override
    public String subject() {
        return "disk";
    }

    @Override
    public List<Finding> look() {
        return List.of(finding());
    }

    private Finding finding() {
        if (!Files.isDirectory(directory) || !Files.isWritable(directory)) {
            return new Finding.Fault(
                    subject(),
                    directory + (Files.exists(directory) ? " cannot be written" : " does not exist"),
                    "create it for the user that the application runs as, or correct state.dir");
        }
        try {
            FileStore disk = Files.getFileStore(directory);
            String space = String.format(
                    Locale.ROOT,
                    "%s has %.1f of %.1f GB free",
                    directory,
                    disk.getUsableSpace() / GIGABYTE,
                    disk.getTotalSpace() / GIGABYTE);
            return disk.getUsableSpace() < LEAST_BYTES
                    ? new Finding.Fault(
                            subject(), space + ", expected at least 1", "make space on it, or move it to a larger disk")
                    : new Finding.Fine(subject(), space);
        } catch (IOException unreadable) {
            return new Finding.Unseen(
                    subject(), "the space of " + directory + " cannot be read: " + FileReason.of(unreadable));
        }
    }
}
