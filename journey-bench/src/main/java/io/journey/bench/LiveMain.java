package io.journey.bench;

import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process with the live application in it; says when it runs, and ends with its standard input. */
public final class LiveMain {

    static final String READY = "running";

    private static final long BETWEEN_LOOKS = 50;

    private LiveMain() {}

    /** As {@link Given} has them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Given given = Given.parse(arguments);
        Path state = Files.createTempDirectory("journey-bench-state");
        try (JourneyApplication application = ReplayCost.application(
                given.surroundings(), state, RunMain.definition(given.definition()), given.settings())) {
            application.start();
            await(application);
            System.out.println(READY);
            while (System.in.read() >= 0) {
                // Whoever started this process keeps the other end open.
            }
        }
        new Folder(state).delete();
    }

    /** Returns when everything is restored and processing. */
    static void await(JourneyApplication application) throws InterruptedException {
        while (application.state() != JourneyApplication.State.RUNNING) {
            if (application.state() == JourneyApplication.State.FAILED) {
                throw new IllegalStateException("the application failed", application.failure());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
