package io.journey.local.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets work end in order when the process is told to end (SIGINT, SIGTERM): interrupts the thread that works and keeps
 * the process alive until that thread has cleaned up. The exit code is then the signal's, 130 or 143, for work that was
 * cut off; and 0 for a service, which is meant to be ended.
 */
public final class SignalWatch {

    private static final long PATIENCE_SECONDS = 60;

    private final Thread worker = Thread.currentThread();
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private final Runnable afterwards;
    private volatile boolean ending;
    private volatile boolean inOrder;

    private SignalWatch(Runnable afterwards) {
        this.afterwards = afterwards;
    }

    /** Does the work on the calling thread, and returns what it returns. */
    public static <T> T over(Callable<T> work) throws Exception {
        return new SignalWatch(() -> {}).watch(work);
    }

    /** Does the same for a service: work that goes on until somebody ends it. */
    public static <T> T service(Callable<T> work) throws Exception {
        // A hook is the only place that can still change the exit code, and halting the only way.
        return new SignalWatch(() -> Runtime.getRuntime().halt(ExitCodes.OK)).watch(work);
    }

    private <T> T watch(Callable<T> work) throws Exception {
        Thread hook = new Thread(this::end, "end-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } catch (Exception interruption) {
            inOrder = interruption.getSuppressed().length == 0;
            throw ending ? new EndedBySignalException(interruption) : interruption;
        } finally {
            cleanedUp.countDown();
            remove(hook);
        }
    }

    private void end() {
        ending = true;
        System.err.println("journey: ending in order ...");
        worker.interrupt();
        try {
            if (!cleanedUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("journey: did not end in order within " + PATIENCE_SECONDS + " s; data is safe");
            } else if (inOrder) {
                afterwards.run();
            }
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
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
