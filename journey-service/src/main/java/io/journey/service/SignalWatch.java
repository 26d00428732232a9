package io.journey.service;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Lets work end in order when the process is told to end (SIGINT, SIGTERM): interrupts the thread that works and keeps
 * the process alive until that thread has cleaned up. The exit code is then the signal's, 130 or 143, as for work that was
 * cut off, unless another is asked for, as for a service, which is meant to be ended.
 */
public final class SignalWatch {

    private final Consumer<String> tell;
    private final Duration patience;
    private final OptionalInt inOrder;
    private final OptionalInt otherwise;

    private SignalWatch(Consumer<String> tell, Duration patience, OptionalInt inOrder, OptionalInt otherwise) {
        this.tell = tell;
        this.patience = patience;
        this.inOrder = inOrder;
        this.otherwise = otherwise;
    }

    /**
     * @param tell given what happens, one line each
     * @param patience longest time to clean up
     */
    public SignalWatch(Consumer<String> tell, Duration patience) {
        this(tell, patience, OptionalInt.empty(), OptionalInt.empty());
    }

    /** With an exit code of its own for an end in order. */
    public SignalWatch whenInOrder(int exitCode) {
        return new SignalWatch(tell, patience, OptionalInt.of(exitCode), otherwise);
    }

    /** With an exit code of its own for an end in which something failed or took too long. */
    public SignalWatch otherwise(int exitCode) {
        return new SignalWatch(tell, patience, inOrder, OptionalInt.of(exitCode));
    }

    /**
     * Does the work on the calling thread, and returns what it returns.
     *
     * @throws EndedBySignalException whatever the work ended by, once the process has been told to end
     */
    public <T> T over(Callable<T> work) throws Exception {
        return new Watched(Thread.currentThread()).run(work);
    }

    private final class Watched {

        private final Thread worker;
        private final CountDownLatch cleanedUp = new CountDownLatch(1);
        private volatile boolean ending;
        private volatile boolean unclean;

        Watched(Thread worker) {
            this.worker = worker;
        }

        <T> T run(Callable<T> work) throws Exception {
            Thread hook = new Thread(this::end, "end-on-signal");
            Runtime.getRuntime().addShutdownHook(hook);
            try {
                return work.call();
            } catch (Exception interruption) {
                unclean = interruption.getSuppressed().length > 0;
                throw ending ? new EndedBySignalException(interruption) : interruption;
            } finally {
                cleanedUp.countDown();
                remove(hook);
            }
        }

        private void end() {
            ending = true;
            tell.accept("ending in order ...");
            worker.interrupt();
            try {
                boolean inTime = cleanedUp.await(patience.toSeconds(), TimeUnit.SECONDS);
                if (!inTime) {
                    tell.accept("did not end in order within " + patience.toSeconds() + " s; data is safe");
                }
                // A hook is the only place that can still change the exit code, and halting the only way.
                (inTime && !unclean ? inOrder : otherwise).ifPresent(Runtime.getRuntime()::halt);
            } catch (InterruptedException again) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is running: it waits for nothing any more.
        }
    }
}
