package io.journey.local.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The two loopback ports of one start: clients use the first, the broker's own controller the second. */
record BrokerAddress(int clientPort, int controllerPort) {

    static final String HOST = "127.0.0.1";

    /**
     * Ports that were free a moment ago. Kafka needs the controller's port before it binds it, so another process may
     * still take one in between; the caller then draws again.
     */
    static BrokerAddress draw(BrokerSettings settings) {
        try (ServerSocket first = open();
                ServerSocket second = open()) {
            int clientPort = settings.anyPort() ? first.getLocalPort() : settings.port();
            return new BrokerAddress(clientPort, second.getLocalPort());
        } catch (IOException cause) {
            throw new UncheckedIOException("no free port on " + HOST, cause);
        }
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    String client() {
        return HOST + ":" + clientPort;
    }

    String controller() {
        return HOST + ":" + controllerPort;
    }
}
