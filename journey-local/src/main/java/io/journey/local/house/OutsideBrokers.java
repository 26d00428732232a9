package io.journey.local.house;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that name the brokers a command works on, where it needs no registry or is one. */
public final class OutsideBrokers {

    @Option(
            names = "--bootstrap-servers",
            required = true,
            paramLabel = "HOST:PORT,...",
            description = "Brokers to begin with.")
    private String bootstrapServers = "";

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            description = "Further settings of all clients, as properties under Kafka's names: security, for example.")
    private Optional<Path> clientConfig = Optional.empty();

    public Brokers brokers() {
        return Brokers.given(bootstrapServers, clientConfig);
    }
}
