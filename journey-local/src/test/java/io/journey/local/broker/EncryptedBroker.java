package io.journey.local.broker;

import io.journey.local.FreePorts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.utils.Time;

/**
 * A broker in the tests' JVM that speaks TLS: on one port to whoever knows a password (SASL/SCRAM), on another to whoever has
 * the right certificate (mutual TLS).
 */
public final class EncryptedBroker implements AutoCloseable {

    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required";
    private static final int ITERATIONS = 4096;

    private final KafkaRaftServer server;
    private final BrokerAddress address;
    private final String scram;
    private final String mutual;

    private EncryptedBroker(KafkaRaftServer server, BrokerAddress address, String scram, String mutual) {
        this.server = server;
        this.address = address;
        this.scram = scram;
        this.mutual = mutual;
    }

    /**
     * @param stores settings of its own key and of the certificates that it trusts
     */
    public static EncryptedBroker start(Path directory, Map<String, String> stores) throws Exception {
        BrokerLogging.quiet();
        HostProtection.install();
        Path logs = BrokerStorage.prepare(directory);
        BrokerAddress address = BrokerAddress.draw(BrokerSettings.in(directory));
        String scram = freeAddress();
        String mutual = freeAddress();
        Properties properties = BrokerProperties.of(logs, address);
        String more = ",SCRAM://" + scram + ",MUTUAL://" + mutual;
        properties.merge("listeners", more, EncryptedBroker::joined);
        properties.merge("advertised.listeners", more, EncryptedBroker::joined);
        properties.merge("listener.security.protocol.map", ",SCRAM:SASL_SSL,MUTUAL:SSL", EncryptedBroker::joined);
        properties.putAll(stores);
        properties.putAll(Map.of(
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.scram.scram-sha-512.sasl.jaas.config", LOGIN + ";",
                "listener.name.mutual.ssl.client.auth", "required"));
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new EncryptedBroker(server, address, scram, mutual);
    }

    private static Object joined(Object before, Object more) {
        return before + "" + more;
    }

    private static String freeAddress() {
        return BrokerAddress.HOST + ":" + FreePorts.next();
    }

    /** Where nobody is asked anything. */
    public String bootstrapServers() {
        return address.client();
    }

    public void addUser(String name, String password) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address.client()))) {
            ScramCredentialInfo how = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(name, how, password)))
                    .all()
                    .get();
        }
    }

    /** Settings of clients that show a password. */
    public Map<String, String> byPassword(String name, String password, Map<String, String> stores) {
        Map<String, String> settings = new HashMap<>(stores);
        settings.put("bootstrap.servers", scram);
        settings.put("security.protocol", "SASL_SSL");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put("sasl.jaas.config", LOGIN + " username=\"" + name + "\" password=\"" + password + "\";");
        return settings;
    }

    /** Settings of clients that show a certificate, if the stores have one. */
    public Map<String, String> byCertificate(Map<String, String> stores) {
        Map<String, String> settings = new HashMap<>(stores);
        settings.put("bootstrap.servers", mutual);
        settings.put("security.protocol", "SSL");
        return settings;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
