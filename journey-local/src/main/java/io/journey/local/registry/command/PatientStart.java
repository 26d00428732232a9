package io.journey.local.registry.command;

import io.journey.local.house.Brokers;
import io.journey.local.registry.EmbeddedRegistry;
import io.journey.local.registry.RegistryException;
import io.journey.local.registry.RegistrySettings;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.RetriableException;

/** Starts a registry as soon as its brokers can hold its schemas, and says meanwhile what it waits for. */
final class PatientStart {

    private static final int PATIENCE_MS = 5_000;
    private static final long FIRST_PAUSE_MS = 500;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final Brokers brokers;
    private final PrintWriter err;

    PatientStart(Brokers brokers, PrintWriter err) {
        this.brokers = brokers;
        this.err = err;
    }

    /**
     * @throws RegistryException when brokers answer and refuse, or the address cannot be listened on
     */
    EmbeddedRegistry start(RegistrySettings settings) throws InterruptedException {
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                reach();
                return EmbeddedRegistry.start(settings);
            } catch (RuntimeException failure) {
                if (!isCurable(failure)) {
                    throw failure;
                }
                err.println(
                        "journey: waiting for the brokers at " + brokers.bootstrapServers() + ": " + reason(failure));
                err.flush();
            }
            TimeUnit.MILLISECONDS.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        }
    }

    private void reach() throws InterruptedException {
        try (Admin admin = brokers.admin()) {
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MS))
                    .clusterId()
                    .get();
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof KafkaException cause
                    ? cause
                    : new KafkaException("the brokers cannot be asked", failure.getCause());
        }
    }

    private static boolean isCurable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || isUnknownHost(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a container that has not started yet is unknown; Kafka tells that as a wrong setting. */
    private static boolean isUnknownHost(Throwable cause) {
        return cause instanceof ConfigException
                && String.valueOf(cause.getMessage()).contains("No resolvable");
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
