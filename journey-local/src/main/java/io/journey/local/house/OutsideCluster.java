package io.journey.local.house;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that name a cluster to use instead of one of our own. */
public final class OutsideCluster {

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT,...",
            description = "Brokers to use instead of an embedded one.")
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

    public Cluster cluster() {
        return Cluster.given(bootstrapServers, registry, clientConfig);
    }
}
