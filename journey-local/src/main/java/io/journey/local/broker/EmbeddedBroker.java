package io.journey.local.broker;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker and its controller in this JVM, on loopback, with data that outlives it.
 *
 * <p>One node, so nothing is replicated: for the demo, the replay and tests, not for production. Closing it and killing
 * the process are both safe; the next start on the same directory carries on with all committed data.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int PORT_DRAWS = 5;

    private final DirectoryLock lock;
    private final BrokerAddress address;
    private final KafkaRaftServer server;

    private EmbeddedBroker(DirectoryLock lock, BrokerAddress address, KafkaRaftServer server) {
        this.lock = lock;
        this.address = address;
        this.server = server;
    }

    /**
     * Starts a broker and returns when clients can use it.
     *
     * @throws BrokerStartException when the directory is taken or unusable, the port is taken, or Kafka fails
     */
    public static EmbeddedBroker start(BrokerSettings settings) {
        BrokerLogging.quiet();
        HostProtection.install();
        DirectoryLock lock = DirectoryLock.acquire(settings.directory());
        try {
            return startLocked(settings, lock);
        } catch (RuntimeException | Error failure) {
            lock.close();
            throw failure;
        }
    }

    private static EmbeddedBroker startLocked(BrokerSettings settings, DirectoryLock lock) {
        Path logs = BrokerStorage.prepare(settings.directory());
        for (int draw = 1; ; draw++) {
            BrokerAddress address = draw(settings);
            try {
                return new EmbeddedBroker(lock, address, launch(logs, address));
            } catch (RuntimeException | Error failure) {
                if (!portTaken(failure) || draw == PORT_DRAWS) {
                    throw new BrokerStartException(
                            "the broker on data directory " + settings.directory() + " failed to start: " + failure,
                            failure);
                }
            }
        }
    }

    private static BrokerAddress draw(BrokerSettings settings) {
        try {
            return BrokerAddress.draw(settings);
        } catch (IOException cause) {
            throw new BrokerStartException(
                    "broker address " + BrokerAddress.HOST + ":" + settings.port()
                            + " is taken: stop what listens there or choose another port",
                    cause);
        }
    }

    private static KafkaRaftServer launch(Path logs, BrokerAddress address) {
        if (BrokerStorage.wasKilled(logs)) {
            KilledBroker.unregister(logs, address);
        }
        KafkaConfig configuration = KafkaConfig.fromProps(BrokerProperties.of(logs, address), false);
        KafkaRaftServer server = new KafkaRaftServer(configuration, Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException | Error failure) {
            stopAfter(failure, server);
            throw failure;
        }
    }

    private static void stopAfter(Throwable failure, KafkaRaftServer server) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException | Error second) {
            failure.addSuppressed(second);
        }
    }

    private static boolean portTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    /** The value for clients' {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return address.client();
    }

    /** Stops within seconds, with everything on disk; a second call does nothing. */
    @Override
    public void close() {
        try (lock) {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
