package io.journey.events.support;

import org.testcontainers.DockerClientFactory;

/**
 * Whether integration tests run against containers: where a container engine answers they do, else against a broker and a
 * database that the tests start themselves. {@code -Djourney.containers=always} fails where there is no engine, {@code never}
 * does not look for one.
 */
public final class Containers {

    /** Decided once for the process, and said. */
    public static final boolean USED = decide();

    /** The broker's image, as old as the clients. */
    public static final String KAFKA = "apache/kafka:4.3.1";

    /** The oldest version that is supported. */
    public static final String POSTGRES = "postgres:15";

    private static final String CHOICE = "journey.containers";

    private Containers() {}

    private static boolean decide() {
        String choice = System.getProperty(CHOICE, "auto");
        boolean used = !choice.equals("never") && DockerClientFactory.instance().isDockerAvailable();
        if (choice.equals("always") && !used) {
            throw new IllegalStateException("-D" + CHOICE + "=always, and no container engine answers: start one, or"
                    + " choose auto or never");
        }
        System.out.println(
                used
                        ? "=== INTEGRATION TESTS RUN AGAINST CONTAINERS: " + KAFKA + ", " + POSTGRES
                        : "=== INTEGRATION TESTS RUN WITHOUT CONTAINERS: "
                                + (choice.equals("never") ? "as chosen" : "no container engine answers")
                                + "; brokers and databases run beside the tests");
        return used;
    }
}
