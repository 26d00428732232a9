package io.journey.local.broker;

import java.nio.file.Path;

/** A process with a broker in it, for tests that kill one; prints the address and waits to be killed. */
public final class BrokerMain {

    private BrokerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(Path.of(arguments[0])));
        System.out.println("address=" + broker.bootstrapServers());
        Thread.currentThread().join();
    }
}
