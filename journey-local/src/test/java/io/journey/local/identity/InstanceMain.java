package io.journey.local.identity;

import io.journey.core.identity.RandomLadder;
import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A process with one instance of the application, which ends as a service does: when it is told to, or when it failed. */
public final class InstanceMain {

    /** Said once it has taken up its work. */
    public static final String RUNNING = "running";

    private InstanceMain() {}

    /** Topic prefix, folder of its state, seed, size and people of the case, then settings as {@code name=value}. */
    public static void main(String[] arguments) throws InterruptedException {
        RandomLadder ladder = RandomLadder.large(
                Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Map<String, String> settings = new TreeMap<>();
        for (int i = 5; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        AtomicBoolean told = new AtomicBoolean();
        Thread listening = new Thread(() -> listen(told), "told-to-end");
        listening.setDaemon(true);
        listening.start();
        try (JourneyApplication application =
                RandomCase.application(settings, arguments[0], Path.of(arguments[1]), ladder.definition(), Map.of())) {
            application.start();
            boolean running = false;
            while (!told.get()) {
                JourneyApplication.State state = application.state();
                if (state == JourneyApplication.State.FAILED) {
                    throw new IllegalStateException("processing failed", application.failure());
                }
                if (!running && state == JourneyApplication.State.RUNNING) {
                    running = true;
                    System.out.println(RUNNING);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static void listen(AtomicBoolean told) {
        try {
            while (System.in.read() >= 0) {
                // Whoever started this process keeps the other end open.
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } finally {
            told.set(true);
        }
    }
}
