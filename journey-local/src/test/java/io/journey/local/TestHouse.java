package io.journey.local;

import io.journey.events.support.TestBroker;
import io.journey.local.house.Cluster;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import java.nio.file.Path;

/**
 * A broker as users run it, in a container where there is an engine for it, and a registry beside it; for tests of the
 * pipeline. What is tested of the broker and the registry that come with the commands opens a
 * {@link io.journey.local.house.House}.
 */
public final class TestHouse implements AutoCloseable {

    private final TestBroker broker;
    private final EmbeddedRegistry registry;

    private TestHouse(TestBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both and returns when clients can use them.
     *
     * @param directory for the broker's data, where it is no container
     */
    public static TestHouse open(Path directory) throws Exception {
        TestBroker broker = TestBroker.start(directory);
        try {
            return new TestHouse(broker, EmbeddedRegistry.start(RegistrySettings.on(broker.bootstrapServers())));
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
