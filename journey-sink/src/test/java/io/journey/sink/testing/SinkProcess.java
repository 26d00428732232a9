package io.journey.sink.testing;

import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A sink in a JVM of its own, so that it can be killed or stopped as an operating system does it. */
public final class SinkProcess implements AutoCloseable {

    private static final String STARTED = "started ";

    private final Process process;
    private final BufferedReader output;

    private SinkProcess(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static SinkProcess start(Map<String, String> settings) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SinkProcess.class.getName()));
        settings.forEach((name, value) -> command.add(name + "=" + value));
        try {
            return new SinkProcess(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All that it prints until it has started, or until its end. */
    public String awaitStart() throws IOException {
        StringBuilder printed = new StringBuilder();
        String line = output.readLine();
        while (line != null && !line.startsWith(STARTED)) {
            printed.append(line).append('\n');
            line = output.readLine();
        }
        return printed.toString();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends a signal by its name; STOP and CONT put it to sleep and wake it. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        SinkApplication sink = new SinkApplication(SinkSettings.of(settings));
        sink.start();
        System.out.println(STARTED + sink.pageUri());
        // Until it is killed.
        new CountDownLatch(1).await();
    }
}
