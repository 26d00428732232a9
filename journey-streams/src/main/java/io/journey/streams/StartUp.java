package io.journey.streams;

import io.journey.events.registry.RetryPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordDeserializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on trying what needs brokers and registry while they do not answer, until the time is up or somebody closes it.
 * What another attempt cannot cure, a wrong setting for example, ends it at once.
 */
final class StartUp {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final RetryPolicy PAUSES =
            new RetryPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofSeconds(30));

    private final Duration timeout;
    private volatile @Nullable String waitingFor;
    private @Nullable Thread trying;
    private boolean closed;

    /**
     * @param timeout zero for one attempt only
     */
    StartUp(Duration timeout) {
        this.timeout = timeout;
    }

    /** What did not answer at the last attempt; empty before the first failure and after the end. */
    Optional<String> waitingFor() {
        return Optional.ofNullable(waitingFor);
    }

    synchronized boolean isTrying() {
        return trying != null;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /**
     * Returns what the first attempt that succeeds returns.
     *
     * @throws CancellationException if this is closed meanwhile
     * @throws RuntimeException of the last attempt, if the time is up or another attempt could not cure it
     */
    <T> T attempt(Supplier<T> work) {
        enter();
        try {
            return untilItAnswers(work);
        } catch (InterruptedException | RuntimeException failure) {
            if (isClosed()) {
                throw closedMeanwhile(failure);
            }
            throw failure instanceof RuntimeException unchecked
                    ? unchecked
                    : new InterruptException((InterruptedException) failure);
        } finally {
            leave();
        }
    }

    private <T> T untilItAnswers(Supplier<T> work) throws InterruptedException {
        long begin = System.nanoTime();
        boolean last = timeout.isZero();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                Duration left = timeout.minusNanos(System.nanoTime() - begin);
                if (!ThreadFailures.isCurable(failure) || last || left.isNegative()) {
                    throw failure;
                }
                Duration pause = PAUSES.pauseBefore(attempt);
                // Not read off the clock: a sleep may end a moment too soon, and would be followed by a burst.
                last = pause.compareTo(left) >= 0;
                pause = last ? left : pause;
                tell(reason(failure), attempt, pause, left);
                Thread.sleep(pause.toMillis());
            }
        }
    }

    private void tell(String reason, int attempt, Duration pause, Duration left) {
        waitingFor = reason;
        LOG.warn(
                "The start waits: {} (attempt {}; next in {} ms, gives up in {} s)",
                reason,
                attempt,
                pause.toMillis(),
                left.toSeconds());
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause();
        if (cause == null) {
            return String.valueOf(failure.getMessage());
        }
        // Kafka's advice, to skip the record, is wrong where it is the registry that does not answer.
        return failure instanceof RecordDeserializationException
                ? reason(cause)
                : failure.getMessage() + ": " + reason(cause);
    }

    private static CancellationException closedMeanwhile(Throwable failure) {
        CancellationException closed = new CancellationException("closed while it was starting");
        closed.initCause(failure);
        return closed;
    }

    private synchronized void enter() {
        if (closed) {
            throw new CancellationException("closed before it was started");
        }
        trying = Thread.currentThread();
    }

    private synchronized void leave() {
        trying = null;
        waitingFor = null;
        if (closed) {
            // The interruption was ours, and must not reach what the thread does next.
            boolean unused = Thread.interrupted();
        }
    }

    /** Ends the attempts: the thread that makes them is interrupted. */
    synchronized void close() {
        closed = true;
        if (trying != null) {
            trying.interrupt();
        }
    }
}
