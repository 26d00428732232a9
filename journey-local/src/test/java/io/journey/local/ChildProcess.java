package io.journey.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that can be killed and stopped as an operating system does it. */
public final class ChildProcess implements AutoCloseable {

    private static final long GONE_WITHIN_SECONDS = 30;

    private final Process process;
    private final Path said;

    private ChildProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    /**
     * @param said file for all that it says
     */
    public static ChildProcess start(Class<?> main, Path said, List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx320m", "-XX:TieredStopAtLevel=1", "-Djourney.log.level=WARN"));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(arguments);
        return new ChildProcess(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public boolean hasSaid(String line) {
        return said().lines().anyMatch(line::equals);
    }

    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns when it is gone; the operating system does not ask it. */
    public void kill() {
        process.destroyForcibly();
        try {
            // Not without end: when numbers of processes are used again, Java can take another's thread for this
            // process.
            if (!process.waitFor(GONE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                System.out.println("killed process " + process.pid() + " is said to be there still");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops it where it is: it holds its connections and does not know how time passes. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        // Its own pipes: the test's standard input and output belong to whoever runs the tests.
        int exit = new ProcessBuilder("kill", signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill " + signal + " of a process that is alive ended with " + exit);
        }
    }

    /** Lets it end by itself, which it does when its standard input ends. */
    public void end() throws IOException {
        process.outputWriter().close();
    }

    @Override
    public void close() {
        kill();
    }
}
