package io.journey.local.customer;

import io.journey.local.house.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that say where the application reads its events. */
final class Brokers {

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT,...",
            description = "Brokers from which the application reads its events; not needed with --data-dir.")
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
            description = "Further settings of the producer, as properties under Kafka's names: security.")
    private Optional<Path> clientConfig = Optional.empty();

    Cluster cluster() {
        return Cluster.given(bootstrapServers, registry, clientConfig);
    }
}
