package io.journey.sink.consume;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one answer to all that can go wrong: forget what was not written, wait, ask the database where to go on.
 *
 * <p>It is right whether the last transaction got in or not, so nobody has to find out which.
 */
final class Trouble {

    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final Assignment assignment;
    private final SinkState state;
    private final Retry retry = new Retry();

    Trouble(Assignment assignment, SinkState state) {
        this.assignment = assignment;
        this.state = state;
    }

    void withDatabase(SQLException failure) {
        if (state.databaseUp()) {
            LOG.warn("the database does not answer or refuses; reading waits for it: {}", reason(failure));
        }
        LOG.debug("database failure", failure);
        state.databaseTrouble(reason(failure));
        startOver();
    }

    void withKafka(KafkaException failure) {
        LOG.warn("broker or registry trouble, trying again: {}", reason(failure));
        state.otherTrouble(reason(failure));
        startOver();
    }

    void lostTo(TopicPartition partition) {
        LOG.warn("{} was moved on by another sink; asking the database where to go on", partition);
        startOver();
    }

    void startOver() {
        retry.failed();
        assignment.askForAll();
    }

    /** The database has answered. */
    void databaseAnswers() {
        if (!state.databaseUp()) {
            LOG.info("the database answers again");
        }
        state.working();
    }

    /** A batch got in: the next trouble is a new one. */
    void over() {
        retry.succeeded();
        databaseAnswers();
    }

    Duration untilRetry() {
        return retry.untilDue();
    }

    // A pool's own message only says that it waited; what for is in the cause.
    private static String reason(Exception failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null ? message : message + ": " + cause.getMessage();
    }
}
