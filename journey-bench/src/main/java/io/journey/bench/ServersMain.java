package io.journey.bench;

import io.journey.local.broker.BrokerSettings;
import io.journey.local.broker.EmbeddedBroker;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;
import java.io.IOException;
import java.nio.file.Path;

/** A process with a broker and a registry in it; prints their addresses and ends with its standard input. */
public final class ServersMain {

    static final String READY = "ready ";

    private ServersMain() {}

    /** Data directory. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])));
                EmbeddedRegistry registry = EmbeddedRegistry.start(RegistrySettings.on(broker.bootstrapServers()))) {
            System.out.println(READY + broker.bootstrapServers() + " " + registry.uri());
            while (System.in.read() >= 0) {
                // Whoever started this process keeps the other end open.
            }
        }
    }
}
