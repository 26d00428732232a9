package io.journey.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A child JVM with one instance of the application, which can be killed as an operating system kills. */
final class InstanceProcess implements AutoCloseable {

    private final Process process;
    private final Path said;

    private InstanceProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * @param said file for all that it says
     */
    static InstanceProcess start(Path said, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-Djourney.log.level=WARN"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), InstanceMain.class.getName()));
        line.addAll(arguments);
        return new InstanceProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /** Whether it has taken up its work; fails when it has ended. */
    boolean isRunning() {
        if (!process.isAlive()) {
            throw new AssertionError("an instance ended with " + process.exitValue() + " and said:\n" + said());
        }
        return said().lines().anyMatch(InstanceMain.RUNNING::equals);
    }

    String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
