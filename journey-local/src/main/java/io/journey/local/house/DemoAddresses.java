package io.journey.local.house;

import io.journey.local.command.CommandFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * Where a running demo can be reached: a small file in its data directory, for other commands.
 *
 * @param customers where questions about customers are answered
 * @param cluster its broker and registry
 */
public record DemoAddresses(URI customers, Cluster cluster) {

    private static final String FILE = "addresses.properties";
    private static final String CUSTOMERS = "customers";
    private static final String BROKER = "broker";
    private static final String REGISTRY = "registry";

    public static DemoAddresses read(Path directory) {
        Properties written = new Properties();
        try (Reader text = Files.newBufferedReader(directory.resolve(FILE))) {
            written.load(text);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandFailure(
                    "--data-dir " + directory + " is no data directory of a running demo: start one with journey demo"
                            + " --data-dir " + directory + ", or name an application with --url",
                    unreadable);
        }
        return new DemoAddresses(
                URI.create(written.getProperty(CUSTOMERS, "")),
                Cluster.own(written.getProperty(BROKER, ""), URI.create(written.getProperty(REGISTRY, ""))));
    }

    /** Replaces the file as a whole. */
    public void write(Path directory) {
        Properties all = new Properties();
        all.setProperty(CUSTOMERS, customers.toString());
        all.setProperty(BROKER, cluster.bootstrapServers());
        all.setProperty(REGISTRY, cluster.registry().toString());
        Path unfinished = directory.resolve(FILE + ".unfinished");
        try {
            try (Writer text = Files.newBufferedWriter(unfinished)) {
                all.store(text, "Where the demo can be reached while it runs");
            }
            Files.move(
                    unfinished,
                    directory.resolve(FILE),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new CommandFailure(directory.resolve(FILE) + " cannot be written: " + unwritable, unwritable);
        }
    }
}
