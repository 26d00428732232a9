package io.journey.local.house;

import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import java.nio.file.Path;

/** A broker and a registry in this process, with their data in one folder. */
public final class House implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private House(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both and returns when clients can use them.
     *
     * @param brokerPort 0 for a free one
     * @param registryPort 0 for a free one
     */
    public static House open(Path directory, int brokerPort, int registryPort) {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(directory.resolve("broker"), brokerPort));
        try {
            RegistrySettings settings =
                    RegistrySettings.on(broker.bootstrapServers()).onPort(registryPort);
            return new House(broker, EmbeddedRegistry.start(settings));
        } catch (RuntimeException | Error failure) {
            broker.close();
            throw failure;
        }
    }

    public Cluster cluster() {
        return Cluster.own(broker.bootstrapServers(), registry.uri());
    }

    @Override
    public void close() {
        try (broker) {
            registry.close();
        }
    }
}
