package io.journey.local.broker;

import java.nio.file.Path;

/**
 * Where an embedded broker keeps its data and where it listens.
 *
 * @param directory owned by one broker at a time; created when missing, carried on when it holds an earlier broker's data
 * @param port of the loopback interface, 0 for a free one; may differ from the port of an earlier start
 */
public record BrokerSettings(Path directory, int port) {

    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException naming the port when it is none */
    public BrokerSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("broker port " + port + " is not in 0.." + HIGHEST_PORT);
        }
        directory = directory.toAbsolutePath().normalize();
    }

    /** A broker on any free port. */
    public static BrokerSettings in(Path directory) {
        return new BrokerSettings(directory, 0);
    }

    /** The same directory, served on a given port. */
    public BrokerSettings onPort(int wanted) {
        return new BrokerSettings(directory, wanted);
    }

    boolean anyPort() {
        return port == 0;
    }
}
