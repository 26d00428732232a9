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

/** A process that replays all events and then starts again: with its state, and after losing it. */
public final class RestartMain {

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
        folder.delete();
        Files.createDirectories(state);
        double lost = startAgain(given, state, definition);
        folder.delete();
        Restart restart = new Restart(given.events(), stateBytes, kept, lost);
        System.out.println(RunMain.RESULT + new ObjectMapper().writeValueAsString(restart));
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
