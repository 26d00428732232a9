package io.journey.local.command;

import io.journey.service.SignalWatch;
import java.time.Duration;
import java.util.concurrent.Callable;

/** How commands end when they are told to by a signal: in order, and saying so on the error stream. */
public final class Signals {

    private static final SignalWatch WATCH =
            new SignalWatch(line -> System.err.println("journey: " + line), Duration.ofSeconds(60));

    private Signals() {}

    /** Does work that a signal cuts off: the exit code is then the signal's. */
    public static <T> T over(Callable<T> work) throws Exception {
        return WATCH.over(work);
    }

    /** Does work that goes on until somebody ends it: the exit code is then 0. */
    public static <T> T service(Callable<T> work) throws Exception {
        return WATCH.whenInOrder(ExitCodes.OK).over(work);
    }
}
