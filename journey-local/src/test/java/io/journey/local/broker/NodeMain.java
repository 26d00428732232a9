package io.journey.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** A process with one node of a cluster of several, broker and controller in one, with everything replicated. */
public final class NodeMain {

    /** Said once clients can use it. */
    public static final String READY = "ready";

    private NodeMain() {}

    /**
     * Number from 1, folder, further listeners of this node, cluster id, then the nodes in order, each as client port and
     * controller port. The further listeners are joined by commas, each as the port to listen on and the one that its
     * clients are told to use.
     */
    public static void main(String[] arguments) throws Exception {
        BrokerLogging.quiet();
        int number = Integer.parseInt(arguments[0]);
        List<BrokerAddress> nodes = new ArrayList<>();
        for (int i = 4; i < arguments.length; i += 2) {
            nodes.add(new BrokerAddress(Integer.parseInt(arguments[i]), Integer.parseInt(arguments[i + 1])));
        }
        Path logs = Path.of(arguments[1]);
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(logs, number, arguments[3]);
        }
        Properties properties = properties(logs, number, nodes);
        String[] further = arguments[2].split(",", -1);
        for (int i = 0; i < further.length; i++) {
            addListener(properties, "LINK" + i, further[i].split(":", -1));
        }
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM).startup();
        System.out.println(READY);
        Thread.currentThread().join();
    }

    private static void addListener(Properties properties, String name, String[] ports) {
        String host = name + "://" + BrokerAddress.HOST + ":";
        properties.merge("listener.security.protocol.map", "," + name + ":PLAINTEXT", NodeMain::joined);
        properties.merge("listeners", "," + host + ports[0], NodeMain::joined);
        properties.merge("advertised.listeners", "," + host + ports[1], NodeMain::joined);
    }

    private static String joined(Object before, Object more) {
        return before + "" + more;
    }

    private static void format(Path logs, int number, String clusterId) throws Exception {
        Files.createDirectories(logs);
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setNodeId(number)
                    .setClusterId(clusterId)
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .run();
        }
    }

    private static Properties properties(Path logs, int number, List<BrokerAddress> nodes) {
        Properties properties = BrokerProperties.of(logs, nodes.get(number - 1));
        List<String> voters = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            voters.add(i + 1 + "@" + nodes.get(i).controller());
        }
        properties.setProperty("node.id", String.valueOf(number));
        properties.setProperty("controller.quorum.voters", String.join(",", voters));
        for (String replicated : List.of(
                "default.replication.factor",
                "offsets.topic.replication.factor",
                "transaction.state.log.replication.factor",
                "share.coordinator.state.topic.replication.factor")) {
            properties.setProperty(replicated, String.valueOf(nodes.size()));
        }
        for (String most : List.of(
                "min.insync.replicas", "transaction.state.log.min.isr", "share.coordinator.state.topic.min.isr")) {
            properties.setProperty(most, String.valueOf(nodes.size() - 1));
        }
        // A dead node is to be noticed within seconds, as in production; the single node of a demo has other cares.
        properties.setProperty("broker.session.timeout.ms", "9000");
        properties.setProperty("auto.leader.rebalance.enable", "true");
        return properties;
    }
}
