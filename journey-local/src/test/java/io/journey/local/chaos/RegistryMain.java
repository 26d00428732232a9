package io.journey.local.chaos;

import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistrySettings;

/** A process with the schema registry, on a port that stays the same. */
public final class RegistryMain {

    static final String READY = "ready";

    private RegistryMain() {}

    /** Bootstrap servers and port. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedRegistry.start(RegistrySettings.on(arguments[0]).onPort(Integer.parseInt(arguments[1])));
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
