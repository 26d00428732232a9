package io.journey.local.chaos;

import io.journey.sink.SinkApplication;
import io.journey.sink.SinkSettings;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A process with the sink. Told to end, it ends once all that is published is in its tables. */
public final class SinkMain {

    /** Said when it is. */
    static final String LANDED = "landed";

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private SinkMain() {}

    /** Settings as {@code name=value}. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Map<String, String> settings = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            settings.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        try (SinkApplication sink = new SinkApplication(SinkSettings.of(settings))) {
            sink.start();
            while (System.in.read() >= 0) {
                // Whoever started this process keeps the other end open until it is to end.
            }
            if (!sink.awaitLanded(PATIENCE)) {
                throw new IllegalStateException("not in the tables within " + PATIENCE);
            }
            System.out.println(LANDED);
        }
    }
}
