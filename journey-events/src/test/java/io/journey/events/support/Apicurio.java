package io.journey.events.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Apicurio Registry in a process of its own, in memory: a registry that others wrote. */
public final class Apicurio implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("Listening on: (http://\\S+)");

    private final Process process;
    private final URI uri;

    private Apicurio(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Starts it from where the build has unpacked it. */
    public static Apicurio start() throws IOException {
        Path home = Path.of(System.getProperty("journey.root"), "journey-events", "target", "apicurio");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-jar",
                        runner(home).toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                drain(output);
                return new Apicurio(process, URI.create(ready.group(1)));
            }
        }
        throw new IOException("Apicurio ended before it was ready:\n" + seen);
    }

    /** Where it speaks Confluent's protocol. */
    public String ccompat() {
        return uri + "/apis/ccompat/v7";
    }

    private static Path runner(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(
                            () -> new IOException("no Apicurio in " + home + "; the Maven build unpacks it there"));
        }
    }

    /** A process whose output nobody reads stands still when the pipe is full. */
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(
                () -> {
                    try (output) {
                        output.lines().forEach(line -> {});
                    } catch (IOException | UncheckedIOException ended) {
                        // Closed with the process, in the midst of a line.
                    }
                },
                "apicurio-output");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
