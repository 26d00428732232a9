package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.core.definition.Definition;
import io.journey.core.definition.IdentityRules;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process that runs one workload once and prints what it cost; its CPU time is the application's and nobody else's. */
public final class RunMain {

    /** Begins the line that says what a run cost; the measurement follows as JSON. */
    static final String RESULT = "result=";

    private RunMain() {}

    /** As {@link Given} has them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        measure(Given.parse(arguments), RunMain::workload);
    }

    /** Makes a workload. */
    public interface Maker {

        /**
         * @param state folder for what it keeps
         */
        Workload make(Given given, Path state);
    }

    /** Runs a workload once, in this process, and prints what it cost. */
    public static void measure(Given given, Maker maker) throws IOException, InterruptedException {
        Surroundings surroundings = given.surroundings();
        Path state = Files.createTempDirectory("journey-bench-state");
        Measurement measured;
        try (Meter meter = new Meter(surroundings, JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix()));
                Workload workload = maker.make(given, state)) {
            measured = new Watch(meter, given.workload(), given.round(), given.events()).measure(workload);
        }
        Folder folder = new Folder(state);
        Measurement whole = measured.atEnd(folder.bytes(), Meter.peakBytes());
        folder.delete();
        System.out.println(RESULT + new ObjectMapper().writeValueAsString(whole));
    }

    private static Workload workload(Given given, Path state) {
        if (given.workload().equals(Bench.FLOOR)) {
            return new Floor(given.surroundings(), state);
        }
        Definition read = definition(given.definition());
        Definition definition = Scenario.isAnonymous(given.workload()) ? withCookies(read) : read;
        return new ReplayCost(given.surroundings(), state, definition, given.settings());
    }

    /** A definition that has been validated before. */
    public static Definition definition(Path file) {
        if (DefinitionFile.read(file) instanceof DefinitionFile.Valid valid) {
            return valid.definition();
        }
        throw new IllegalArgumentException(file + " is no definition; ./journey definition validate says why");
    }

    /** The same, with a rung for cookies below the customers. */
    private static Definition withCookies(Definition given) {
        IdentityRules identity = given.identity();
        List<String> ladder = List.of(identity.ladder().get(0), EventSource.COOKIE);
        return new Definition(
                given.journey(),
                given.version(),
                given.zone(),
                new IdentityRules(ladder, identity.ignore(), identity.lookback()),
                given.stages(),
                given.initialStage(),
                given.conversion(),
                given.restarts(),
                given.rules(),
                given.profileAttributes(),
                given.personas(),
                given.segments(),
                given.windows(),
                given.fingerprint());
    }
}
