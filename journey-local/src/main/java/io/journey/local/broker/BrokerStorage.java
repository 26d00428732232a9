package io.journey.local.broker;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's log directory; a new one gets a cluster id and the newest stable features, an old one stays as it is. */
final class BrokerStorage {

    private static final String LOGS = "logs";
    private static final String FORMATTED = "meta.properties";
    private static final String TOPICS_WERE_LOADED = "recovery-point-offset-checkpoint";
    private static final String STOPPED = ".kafka_cleanshutdown";

    private BrokerStorage() {}

    /** @return the log directory, ready for a broker to start on */
    static Path prepare(Path directory) {
        Path logs = directory.resolve(LOGS);
        // Kafka writes this file last, so a format cut short by a kill is simply done again.
        if (!Files.exists(logs.resolve(FORMATTED))) {
            format(logs);
        }
        return logs;
    }

    /** Whether the last broker here did not get to say that it had stopped. */
    static boolean wasKilled(Path logs) {
        return Files.exists(logs.resolve(TOPICS_WERE_LOADED)) && !Files.exists(logs.resolve(STOPPED));
    }

    // Kafka's formatter declares the broadest exception of all.
    private static void format(Path logs) {
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Files.createDirectories(logs);
            new Formatter()
                    .setPrintStream(silent)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setNodeId(Integer.parseInt(BrokerProperties.NODE_ID))
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .run();
        } catch (Exception cause) {
            throw new BrokerStartException("log directory " + logs + " cannot be formatted: " + cause, cause);
        }
    }
}
