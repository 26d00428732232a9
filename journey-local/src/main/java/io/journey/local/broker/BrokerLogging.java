package io.journey.local.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kafka's server from telling the story of each start; warnings and errors stay visible.
 *
 * <p>A host that named a level for one of these loggers, or is quieter than that altogether, has its way.
 */
final class BrokerLogging {

    private static final List<String> SERVER_LOGGERS = List.of(
            "kafka",
            "state.change.logger",
            "org.apache.kafka.common.network",
            "org.apache.kafka.common.utils",
            "org.apache.kafka.controller",
            "org.apache.kafka.coordinator",
            "org.apache.kafka.image",
            "org.apache.kafka.metadata",
            "org.apache.kafka.queue",
            "org.apache.kafka.raft",
            "org.apache.kafka.server",
            "org.apache.kafka.storage");

    private BrokerLogging() {}

    static void quiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            SERVER_LOGGERS.stream().map(context::getLogger).forEach(BrokerLogging::warningsOnly);
        }
    }

    private static void warningsOnly(Logger logger) {
        if (logger.getLevel() == null && logger.isInfoEnabled()) {
            logger.setLevel(Level.WARN);
        }
    }
}
