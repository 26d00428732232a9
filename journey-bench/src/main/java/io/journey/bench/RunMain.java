package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.core.definition.Definition;
import io.journey.core.definition.IdentityRules;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A process that runs one workload once and prints what it cost; its CPU time is the application's and nobody else's. */
public final class RunMain {

    static final String RESULT = "result=";

    private RunMain() {}

    /** Workload, round, events, bootstrap servers, registry, topic prefix, definition file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Surroundings surroundings = new Surroundings(arguments[3], arguments[4], arguments[5]);
        Path state = Files.createTempDirectory("journey-bench-state");
        Watch watch = new Watch(arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        try (Workload workload = workload(arguments[0], surroundings, state, Path.of(arguments[6]))) {
            Measurement measured = watch.measure(workload);
            System.out.println(RESULT + new ObjectMapper().writeValueAsString(measured));
        } finally {
            delete(state);
        }
    }

    private static Workload workload(String name, Surroundings surroundings, Path state, Path definition) {
        if (name.equals(Bench.FLOOR)) {
            return new Floor(surroundings, state);
        }
        if (DefinitionFile.read(definition) instanceof DefinitionFile.Valid valid) {
            Definition given = valid.definition();
            return new ReplayCost(surroundings, state, name.startsWith(Bench.ANONYMOUS) ? withCookies(given) : given);
        }
        throw new IllegalArgumentException(definition + " is no definition; ./journey definition validate says why");
    }

    /** The same, with a rung for cookies below the customers. */
    private static Definition withCookies(Definition given) {
        IdentityRules identity = given.identity();
        List<String> ladder = List.of(identity.ladder().get(0), Preload.COOKIE);
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

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        }
    }
}
