package io.journey.streams;

import io.journey.events.registry.RegistryUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * Decides what follows when a thread of Kafka Streams ends by an exception. What another attempt can cure gets one, but
 * not without end: Kafka Streams restarts a thread at once, and a lasting failure would spin.
 */
final class ThreadFailures {

    static final StreamThreadExceptionResponse RESTART = StreamThreadExceptionResponse.REPLACE_THREAD;

    private static final int MOST_RESTARTS = 20;
    private static final long WITHIN_NANOS = Duration.ofMinutes(10).toNanos();

    private final Path stateDirectory;
    private final Deque<Long> restarts = new ArrayDeque<>();

    ThreadFailures(Path stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    synchronized StreamThreadExceptionResponse respond(Throwable thrown, long nanoTime) {
        while (!restarts.isEmpty() && nanoTime - restarts.getFirst() > WITHIN_NANOS) {
            restarts.removeFirst();
        }
        if (!isCurable(thrown) || restarts.size() >= MOST_RESTARTS) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        restarts.addLast(nanoTime);
        return RESTART;
    }

    /** The failure in words that say who must act; as it is where it needs no other words than its own. */
    Throwable explained(Throwable thrown) {
        return StateDiskFullException.isSaidBy(thrown) ? new StateDiskFullException(stateDirectory, thrown) : thrown;
    }

    /** Whether another attempt can succeed. */
    static boolean isCurable(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    // A commit that raced the broker's own abort (KAFKA-20785); the next one works.
                    || cause instanceof InvalidTxnStateException
                    || cause instanceof RegistryUnavailableException) {
                return true;
            }
        }
        return false;
    }
}
