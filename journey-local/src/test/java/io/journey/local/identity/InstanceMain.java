package io.journey.local.identity;

import io.journey.core.identity.RandomLadder;
import io.journey.streams.JourneyApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A process with one instance of the application; says when it is running, and ends with its standard input. */
public final class InstanceMain {

    static final String RUNNING = "running";

    private InstanceMain() {}

    /** Topic prefix, folder of its state, seed, size and people of the case, then settings as {@code name=value}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RandomLadder ladder = RandomLadder.large(
                Long.parseLong(arguments[2]), Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        Map<String, String> settings = new TreeMap<>();
        for (int i = 5; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            settings.put(arguments[i].substring(0, equals), arguments[i].substring(equals + 1));
        }
        try (JourneyApplication application =
                RandomCase.application(settings, arguments[0], Path.of(arguments[1]), ladder.definition(), Map.of())) {
            application.start();
            Patience.until("a running instance", () -> application.state() == JourneyApplication.State.RUNNING);
            System.out.println(RUNNING);
            while (System.in.read() >= 0) {
                // Whoever started this process keeps the other end open.
            }
        }
    }
}
