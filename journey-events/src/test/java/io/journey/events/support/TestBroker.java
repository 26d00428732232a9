package io.journey.events.support;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.testcontainers.kafka.KafkaContainer;

/**
 * A real broker for tests of modules that stand below the one with the embedded broker: a container, or inside the
 * tests' JVM ({@link Containers}).
 */
public final class TestBroker implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // A busy machine must not fence the only broker there is.
            Map.entry("broker.session.timeout.ms", "120000"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "2"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.num.partitions", "2"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("log.retention.ms", "-1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("log.cleaner.threads", "1"));

    private final Runnable end;
    private final String bootstrapServers;

    private TestBroker(Runnable end, String bootstrapServers) {
        this.end = end;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * @param directory for its data, where it is no container
     */
    public static TestBroker start(Path directory) throws Exception {
        return Containers.USED ? inAContainer() : inThisProcess(directory);
    }

    @SuppressWarnings("resource") // Closed with this broker.
    private static TestBroker inAContainer() {
        KafkaContainer container = new KafkaContainer(Containers.KAFKA);
        SETTINGS.forEach((name, value) ->
                container.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        container.start();
        return new TestBroker(container::stop, container.getBootstrapServers());
    }

    private static TestBroker inThisProcess(Path directory) throws Exception {
        String client = "127.0.0.1:" + freePort();
        String controller = "127.0.0.1:" + freePort();
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "log.dirs", directory.toString(),
                "listeners", "CLIENT://" + client + ",CONTROLLER://" + controller,
                "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENT",
                "controller.listener.names", "CONTROLLER",
                "controller.quorum.voters", "1@" + controller));
        format(directory);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties(settings), false), Time.SYSTEM);
        server.startup();
        return new TestBroker(
                () -> {
                    server.shutdown();
                    server.awaitShutdown();
                },
                client);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    private static Properties properties(Map<String, String> map) {
        Properties properties = new Properties();
        properties.putAll(map);
        return properties;
    }

    private static void format(Path directory) throws Exception {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setNodeId(1)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(directory.toString())
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .run();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
