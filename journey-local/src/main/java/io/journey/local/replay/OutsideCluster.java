package io.journey.local.replay;

import io.journey.local.house.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
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
        return Cluster.given(bootstrapServers, registry, clientConfig);
    }
}
