package io.journey.service;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a service end in order when its process is told to (SIGTERM, Ctrl-C): interrupts the thread that runs it, waits
 * until it has cleaned up, and ends the process with 0, because that is what was asked for.
 */
final class OrderlyEnd {

    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);

    /** Below the 60 s that the manifests in deploy/ give, after which the process is killed. */
    private static final long PATIENCE_SECONDS = 50;

    private final String name;
    private final Thread worker = Thread.currentThread();
    private final CountDownLatch cleanedUp = new CountDownLatch(1);
    private volatile boolean ending;
    private volatile boolean unclean;

    private OrderlyEnd(String name) {
        this.name = name;
    }

    static int over(String name, Callable<Integer> work) throws Exception {
        OrderlyEnd end = new OrderlyEnd(name);
        Thread hook = new Thread(end::end, "end-on-signal");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.call();
        } catch (Exception failure) {
            // Interrupted at whatever it was doing; what failed while it cleaned up is told with it.
            end.unclean = failure.getSuppressed().length > 0;
            if (end.ending && !end.unclean) {
                return ExitCodes.OK;
            }
            throw failure;
        } finally {
            end.cleanedUp.countDown();
            remove(hook);
        }
    }

    private void end() {
        ending = true;
        LOG.info("{} ends in order", name);
        worker.interrupt();
        try {
            boolean inTime = cleanedUp.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (!inTime) {
                LOG.error("{} did not end in order within {} s; what was committed stands", name, PATIENCE_SECONDS);
            }
            // The usual way out of here would say that the signal ended it.
            Runtime.getRuntime().halt(inTime && !unclean ? ExitCodes.OK : ExitCodes.FAILED);
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
