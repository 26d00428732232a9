package io.journey.local.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The way from one instance to all brokers. */
final class Link implements AutoCloseable {

    private final List<Relay> relays = new ArrayList<>();

    /**
     * Opens it.
     *
     * @param brokers ports of the brokers, in order
     */
    static Link to(List<Integer> brokers) throws IOException {
        Link link = new Link();
        for (int broker : brokers) {
            link.relays.add(Relay.to(broker));
        }
        return link;
    }

    /** The port that leads to a broker. */
    int port(int broker) {
        return relays.get(broker).port();
    }

    String bootstrapServers() {
        return relays.stream().map(relay -> "127.0.0.1:" + relay.port()).collect(Collectors.joining(","));
    }

    void cut() throws IOException, InterruptedException {
        for (Relay relay : relays) {
            relay.cut();
        }
    }

    void stall() {
        relays.forEach(Relay::stall);
    }

    void mend() throws IOException {
        for (Relay relay : relays) {
            relay.mend();
        }
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays) {
            relay.close();
        }
    }
}
