package io.journey.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program as a process of its own, which a test can signal and kill. */
public final class JourneyProcess implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private JourneyProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** The journey command. */
    public static JourneyProcess start(Path folder, String... arguments) throws IOException {
        return of(Main.class, folder, Map.of(), arguments);
    }

    /** Any program of ours, with variables in its environment. */
    public static JourneyProcess of(Class<?> main, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Compiling well would take longer than a test's process lives.
        line.add("-XX:TieredStopAtLevel=1");
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        line.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(line);
        // Temporary directories of the command are to be seen by the test.
        builder.environment().putAll(environment);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
        return new JourneyProcess(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    /** Lines on the error stream that a user would wonder about; empty after an end in order. */
    public List<String> complaints() {
        return err().lines()
                .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .filter(line -> !line.equals("journey: ending in order ..."))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns when the condition holds; fails when the process ends before or the time is up. */
    public void await(Duration patience, Predicate<JourneyProcess> condition) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!condition.test(this)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError((process.isAlive() ? "not in time" : "ended with " + process.exitValue())
                        + ", out: " + out() + ", err: " + err());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to end, as {@code kill} does. */
    public void terminate() {
        process.destroy();
    }

    public int exitCode(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end in time, err: " + err());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
