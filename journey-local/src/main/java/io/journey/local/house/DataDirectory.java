package io.journey.local.house;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The folder that holds everything a command keeps: the user's, which stays, or a temporary one, which does not. */
public final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final boolean temporary;

    private DataDirectory(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** The user's folder, created when missing; a temporary one when there is none. */
    public static DataDirectory of(Optional<Path> chosen) {
        try {
            return chosen.isPresent()
                    ? new DataDirectory(
                            Files.createDirectories(
                                    chosen.get().toAbsolutePath().normalize()),
                            false)
                    : new DataDirectory(Files.createTempDirectory("journey-"), true);
        } catch (IOException unusable) {
            String name = chosen.map(Path::toString).orElse("a temporary directory");
            throw new CommandFailure(
                    name + " cannot be created: " + FileReason.of(unusable) + "; choose another with --data-dir",
                    unusable);
        }
    }

    public Path path() {
        return path;
    }

    /** Removes the folder if it is temporary. */
    @Override
    public void close() {
        if (!temporary) {
            return;
        }
        try {
            Files.walkFileTree(path, new Removal());
        } catch (IOException leftover) {
            throw new CommandFailure("temporary directory " + path + " cannot be removed: " + leftover, leftover);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
