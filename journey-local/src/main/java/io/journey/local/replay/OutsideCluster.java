package io.journey.local.replay;

import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import io.journey.local.house.Cluster;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Options that name a cluster to use instead of one of our own. */
final class OutsideCluster {

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT,...",
            description = "Brokers to use instead of one inside this process.")
    private String bootstrapServers = "";

    @Option(
            names = "--registry",
            required = true,
            paramLabel = "URL",
            description = "Schema registry to use with them.")
    private URI registry = URI.create("");

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = {
                "Further settings of all clients, as properties under Kafka's names: security, and",
                "auto.register.schemas=true where the registry does not have our schemas yet."
            })
    private Optional<Path> clientConfig = Optional.empty();

    Cluster cluster() {
        return new Cluster(
                bootstrapServers,
                registry,
                clientConfig.map(OutsideCluster::read).orElse(Map.of()));
    }

    private static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file)) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new CommandFailure(
                    "--client-config " + file + " cannot be read: " + FileReason.of(unreadable), unreadable);
        } catch (IllegalArgumentException malformed) {
            throw new CommandFailure(
                    "--client-config " + file + " has a malformed escape (" + malformed.getMessage()
                            + "), expected lines NAME=VALUE",
                    malformed);
        }
        Map<String, String> settings = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }
}
