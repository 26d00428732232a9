package io.journey.local.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** The two loopback ports of one start: clients use the first, the broker's own controller the second. */
record BrokerAddress(int clientPort, int controllerPort) {

    static final String HOST = "127.0.0.1";

    /**
     * The wanted port, or one that is free now, and another for the controller.
     *
     * <p>Kafka must know the controller's port before it binds it, so another process may still take one in between; the
     * caller then draws again.
     *
     * @throws IOException when the wanted port is taken
     */
    static BrokerAddress draw(BrokerSettings settings) throws IOException {
        try (ServerSocket client = bind(settings.port());
                ServerSocket controller = bind(0)) {
            return new BrokerAddress(client.getLocalPort(), controller.getLocalPort());
        }
    }

    private static ServerSocket bind(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    String client() {
        return HOST + ":" + clientPort;
    }

    String controller() {
        return HOST + ":" + controllerPort;
    }
}
