package io.journey.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Kafka's settings for a single node that holds event-time data on a developer's machine.
 *
 * <p>Everything is small and nothing expires: a replay writes timestamps that are years old, and Kafka's defaults would
 * delete them on arrival or cut a segment file for each week of event time.
 */
final class BrokerProperties {

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final String NODE_ID = "1";

    private static final String CLIENT_LISTENER = "CLIENT";
    private static final String NEVER_IN_MILLISECONDS = String.valueOf(Long.MAX_VALUE);
    private static final String NEVER_IN_MINUTES = String.valueOf(Integer.MAX_VALUE);
    private static final String LONGEST_MESSAGE_BYTES = "10485760";
    private static final String SESSION_MILLISECONDS = "120000";
    private static final String RECOVERY_MILLISECONDS = "600000";

    private static final Map<String, String> SINGLE_NODE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", NODE_ID),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("auto.leader.rebalance.enable", "false"),
            // A broker that its controller takes for dead leads nothing for a moment, in which ends of transactions get
            // lost (see KilledBroker); so a busy machine may miss heartbeats for as long as this.
            Map.entry("broker.session.timeout.ms", SESSION_MILLISECONDS),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("initial.broker.registration.timeout.ms", RECOVERY_MILLISECONDS),
            Map.entry("server.max.startup.time.ms", RECOVERY_MILLISECONDS));

    private static final Map<String, String> NOTHING_EXPIRES = Map.of(
            "log.retention.ms", "-1",
            "log.retention.bytes", "-1",
            "log.roll.ms", NEVER_IN_MILLISECONDS,
            "log.message.timestamp.before.max.ms", NEVER_IN_MILLISECONDS,
            "log.message.timestamp.after.max.ms", NEVER_IN_MILLISECONDS,
            "offsets.retention.minutes", NEVER_IN_MINUTES);

    private static final Map<String, String> CLIENTS = Map.ofEntries(
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("message.max.bytes", LONGEST_MESSAGE_BYTES),
            Map.entry("replica.fetch.max.bytes", LONGEST_MESSAGE_BYTES),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
            Map.entry("group.streams.min.session.timeout.ms", "6000"),
            Map.entry("group.streams.session.timeout.ms", "6000"),
            Map.entry("group.streams.min.heartbeat.interval.ms", "500"),
            Map.entry("group.streams.heartbeat.interval.ms", "500"),
            // A killed producer's open transaction hides what follows it from readers of committed data.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "2000"));

    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.replica.fetchers", "1"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("num.partitions", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.coordinator.threads", "1"),
            Map.entry("share.coordinator.threads", "1"),
            Map.entry("log.segment.bytes", "268435456"),
            Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("log.cleaner.threads", "1"),
            // The least Kafka takes is 2 MiB, exclusive.
            Map.entry("log.cleaner.dedupe.buffer.size", "8388608"),
            Map.entry("log.cleaner.io.buffer.size", "262144"),
            Map.entry("metadata.max.idle.interval.ms", "5000"),
            Map.entry("controller.quorum.append.linger.ms", "5"),
            Map.entry("metric.reporters", ""));

    private BrokerProperties() {}

    /** Of the controller without its broker. */
    static Properties ofController(Path logDirectory, BrokerAddress address) {
        Properties properties = of(logDirectory, address);
        properties.setProperty("process.roles", "controller");
        properties.setProperty("listeners", CONTROLLER_LISTENER + "://" + address.controller());
        properties.remove("advertised.listeners");
        properties.remove("inter.broker.listener.name");
        return properties;
    }

    static Properties of(Path logDirectory, BrokerAddress address) {
        Properties properties = new Properties();
        properties.putAll(SINGLE_NODE);
        properties.putAll(NOTHING_EXPIRES);
        properties.putAll(CLIENTS);
        properties.putAll(SMALL);
        properties.setProperty("log.dirs", logDirectory.toString());
        properties.setProperty("controller.quorum.voters", NODE_ID + "@" + address.controller());
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty("inter.broker.listener.name", CLIENT_LISTENER);
        properties.setProperty(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.setProperty(
                "listeners",
                CLIENT_LISTENER + "://" + address.client() + "," + CONTROLLER_LISTENER + "://" + address.controller());
        properties.setProperty("advertised.listeners", CLIENT_LISTENER + "://" + address.client());
        return properties;
    }
}
