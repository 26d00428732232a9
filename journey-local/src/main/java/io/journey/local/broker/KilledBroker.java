package io.journey.local.broker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;

/**
 * Takes a killed broker out of the cluster's metadata, where it still leads everything, before its successor starts.
 *
 * <p>Else the successor reads there that it leads the log of transactions, and begins to end those that the kill cut off;
 * then its registration takes the lead of all partitions away from it for a moment, in which Kafka 4.3.1 takes partitions
 * without a leader for deleted ones and drops their markers. Such a transaction stays open for good, and everybody who
 * reads committed data waits behind it. Without a predecessor nothing has a leader until the successor can lead it all.
 * And it need not wait until the predecessor's session has timed out.
 */
final class KilledBroker {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long BETWEEN_TRIES_MS = 50;

    private KilledBroker() {}

    static void unregister(Path logs, BrokerAddress address) {
        KafkaConfig configuration = KafkaConfig.fromProps(BrokerProperties.ofController(logs, address), false);
        KafkaRaftServer controller = new KafkaRaftServer(configuration, Time.SYSTEM);
        try {
            controller.startup();
            unregisterAt(address);
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void unregisterAt(BrokerAddress address) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, address.controller()))) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isUnregistered(admin)) {
                if (System.nanoTime() > deadline) {
                    throw new BrokerStartException("the controller does not read its log within " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MS);
            }
        } catch (InterruptedException interruption) {
            throw new InterruptException(interruption);
        }
    }

    private static boolean isUnregistered(Admin admin) throws InterruptedException {
        try {
            admin.unregisterBroker(Integer.parseInt(BrokerProperties.NODE_ID))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof BrokerIdNotRegisteredException) {
                return true;
            }
            // So speaks a controller that has not read yet what it will know in a moment.
            if (failure.getCause() instanceof UnsupportedVersionException) {
                return false;
            }
            throw new BrokerStartException("the killed broker cannot be unregistered: " + failure.getCause(), failure);
        }
    }
}
