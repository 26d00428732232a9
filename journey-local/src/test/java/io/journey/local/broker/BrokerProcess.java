package io.journey.local.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A child JVM with a broker, which can be killed as an operating system kills. */
final class BrokerProcess implements AutoCloseable {

    private static final String ADDRESS = "address=";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        // Left open: closing the pipe would end the child at its next line.
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ADDRESS)) {
                return new BrokerProcess(process, line.substring(ADDRESS.length()));
            }
            said.append(line).append('\n');
        }
        throw new IllegalStateException("the broker process ended before it was ready and said:\n" + said);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
