package io.journey.local.broker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A broker that knows who asks and allows nothing that is not granted, in the tests' JVM. Every user's password is the
 * user's name.
 */
public final class GuardedBroker implements AutoCloseable {

    private static final String ADMIN = "admin";
    private static final String LOGIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private final KafkaRaftServer server;
    private final BrokerAddress address;

    private GuardedBroker(KafkaRaftServer server, BrokerAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param users who may come in, the administrator apart
     */
    public static GuardedBroker start(Path directory, List<String> users) throws Exception {
        BrokerLogging.quiet();
        HostProtection.install();
        Path logs = BrokerStorage.prepare(directory);
        BrokerAddress address = BrokerAddress.draw(BrokerSettings.in(directory));
        Properties properties = BrokerProperties.of(logs, address);
        StringBuilder known = new StringBuilder(LOGIN + user(ADMIN) + " user_" + ADMIN + "=\"" + ADMIN + "\"");
        users.forEach(user -> known.append(" user_" + user + "=\"" + user + "\""));
        properties.putAll(Map.of(
                "listener.security.protocol.map", "CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms", "PLAIN",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "listener.name.client.plain.sasl.jaas.config", known + ";",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                // The node speaks to its own controller without a name, on a port that only it knows.
                "super.users", "User:" + ADMIN + ";User:ANONYMOUS"));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new GuardedBroker(server, address);
    }

    public String bootstrapServers() {
        return address.client();
    }

    /** Settings of clients that are allowed everything. */
    public Map<String, String> asAdmin() {
        return as(ADMIN);
    }

    /** Settings of a user's clients, beside where the broker is. */
    public Map<String, String> as(String user) {
        return Map.of(
                "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN",
                "sasl.jaas.config", LOGIN + user(user) + ";");
    }

    private static String user(String user) {
        return "username=\"" + user + "\" password=\"" + user + "\"";
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
