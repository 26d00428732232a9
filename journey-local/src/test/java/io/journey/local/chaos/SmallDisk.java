package io.journey.local.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own in memory, small enough to be filled. Needs the right to mount one. */
final class SmallDisk implements AutoCloseable {

    private final Path path;
    private final Path filler;

    private SmallDisk(Path path) {
        this.path = path;
        this.filler = path.resolve("filler");
    }

    /**
     * Where mounting is not permitted the test is skipped, and says so; under CI, which must be able to, it fails.
     *
     * @param path an empty folder
     */
    static SmallDisk mount(Path path, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(path);
        String refused = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", path.toString());
        if (!refused.isEmpty()) {
            String skipped = "NOT TESTED: a full disk. No small file system can be mounted here (" + refused
                    + "); run as root in a container that has CAP_SYS_ADMIN";
            System.out.println(skipped);
            if (System.getenv("CI") != null) {
                throw new AssertionError(skipped);
            }
            Assumptions.abort(skipped);
        }
        return new SmallDisk(path);
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            return Objects.toString(missing.getMessage(), "no reason");
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? "" : said.strip();
    }

    Path path() {
        return path;
    }

    /** Leaves not a byte. */
    void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream bytes = Files.newOutputStream(filler)) {
            while (true) {
                bytes.write(block);
            }
        } catch (IOException full) {
            if (Files.getFileStore(path).getUsableSpace() >= block.length) {
                throw full;
            }
        }
    }

    void makeSpace() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() {
        try {
            run("umount", "--lazy", path.toString());
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
