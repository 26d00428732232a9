package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.core.definition.Definition;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A process that replays all events and then starts again: with its state, by handing over to another instance, and after
 * losing the state.
 */
public final class RestartMain {

    private static final long STILL_MS = 10_000;

    private RestartMain() {}

    /** As {@link Given} has them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Given given = Given.parse(arguments);
        Definition definition = RunMain.definition(given.definition());
        Path state = Files.createTempDirectory("journey-bench-state");
        try (Workload replay = new ReplayCost(given.surroundings(), state, definition, given.settings())) {
            replay.start();
            while (replay.behind() > 0) {
                Thread.sleep(200);
            }
        }
        Folder folder = new Folder(state);
        long stateBytes = folder.bytes();
        double kept = startAgain(given, state, definition);
        double standby = takeOver(given, state, definition);
        folder.delete();
        Files.createDirectories(state);
        double lost = startAgain(given, state, definition);
        folder.delete();
        Restart restart = new Restart(given.events(), stateBytes, kept, standby, lost);
        System.out.println(RunMain.RESULT + new ObjectMapper().writeValueAsString(restart));
    }

    private static double takeOver(Given given, Path state, Definition definition)
            throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(given.settings());
        settings.put(StreamsSettings.CLOCK, "replay");
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, "1");
        Path others = Files.createTempDirectory("journey-bench-standby");
        Folder folder = new Folder(others);
        JourneyApplication first = ReplayCost.application(given.surroundings(), state, definition, settings);
        try (JourneyApplication second = ReplayCost.application(given.surroundings(), others, definition, settings)) {
            first.start();
            LiveMain.await(first);
            second.start();
            LiveMain.await(second);
            untilStill(folder);
            long began = System.nanoTime();
            first.close();
            new Newcomers(given.surroundings())
                    .arriveAndAwait(given.surroundings().topicPrefix() + "-" + definition.journey() + "-v"
                            + definition.version());
            return (System.nanoTime() - began) / 1e9;
        } finally {
            first.close();
            folder.delete();
        }
    }

    /** A standby says to nobody that it has caught up; its files do, by not growing any more. */
    private static void untilStill(Folder folder) throws IOException, InterruptedException {
        long before = -1;
        long now = folder.bytes();
        while (now != before || now == 0) {
            Thread.sleep(STILL_MS);
            before = now;
            now = folder.bytes();
        }
    }

    private static double startAgain(Given given, Path state, Definition definition) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(given.settings());
        settings.put(StreamsSettings.CLOCK, "replay");
        long began = System.nanoTime();
        try (JourneyApplication application =
                ReplayCost.application(given.surroundings(), state, definition, settings)) {
            application.start();
            LiveMain.await(application);
            return (System.nanoTime() - began) / 1e9;
        }
    }
}
