package io.journey.bench;

import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what an event costs: the replay and the floor by turns, each run in a process of its own over topics of its
 * own, the broker in another.
 */
@Command(
        name = "journey-bench",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures events per second and CPU time per event of a replay beside a bare topology.")
public final class Bench implements Callable<Integer> {

    static final String FLOOR = "floor";
    static final String REPLAY = "replay";
    /** The replay as a Flink job. */
    static final String PEER = "flink";

    private static final List<String> SERVER_OPTIONS = List.of("-Xmx1g");
    /** As the journey command runs; compiler threads that came and went would take their CPU time with them. */
    private static final List<String> RUN_OPTIONS =
            List.of("-XX:MaxRAMPercentage=40", "-XX:+UseParallelGC", "-XX:-UseDynamicNumberOfCompilerThreads");

    private static final int LIVE_CUSTOMERS = 50_000;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--definition", required = true, description = "Definition to replay them with.")
    private Path definition = Path.of("");

    @Option(
            names = "--copies",
            defaultValue = "4",
            description = "How often each event of a file is written, as another customer's.")
    private int copies;

    @Option(
            names = "--scenario",
            description =
                    "Also replay events of this shape: customers, touches of each, and percentages late, duplicate"
                            + " and anonymous, for example touches=100,late=10. Of a file only anonymous. May be repeated.")
    private List<String> scenarios = List.of();

    @Option(names = "--partitions", defaultValue = "4", description = "Partitions of the events' topic.")
    private int partitions;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds; each runs every workload once.")
    private int rounds;

    @Option(names = "--seed", defaultValue = "1", description = "Of the generated events.")
    private long seed;

    @Option(names = "--setting", description = "Setting of the application, name=value. May be repeated.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--jvm",
            description = "Option of the measured processes' JVM, for example -Xmx1g. May be repeated.")
    private List<String> jvm = List.of();

    @Option(
            names = "--peer",
            description = "Also run the replay as a Flink job, and hold its answer against ours after each round.")
    private boolean peer;

    @Option(
            names = "--latency",
            description =
                    "Also time events of now, generated at half the events/s of the replay, to their transitions.")
    private boolean latency;

    @Option(
            names = "--restart",
            description =
                    "Also time how the application starts again after the last scenario: with its state, by a standby, and"
                            + " without.")
    private boolean restart;

    @Option(names = "--output", required = true, description = "JSON file for the results; a picture is put beside it.")
    private Path output = Path.of("");

    @Option(names = "--data", required = true, description = "Empty folder for the broker's data.")
    private Path data = Path.of("");

    /** Where the events come from. */
    private static final class Source {

        @Option(names = "--events", required = true, description = "Events, as lines of JSON compressed by gzip.")
        private @Nullable Path file;

        @Option(names = "--generate", required = true, description = "Generate so many events.")
        private long generated;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Case> cases = cases();
        List<Measurement> runs = new ArrayList<>();
        Map<String, Object> facts = Report.facts(events(), cases.get(0).events().size());
        try (Child servers = Child.start(ServersMain.class, SERVER_OPTIONS, List.of(data.toString()))) {
            Stage stage = new Stage(servers, new Preload(partitions), definition, settings, options());
            for (int round = 1; round <= rounds; round++) {
                for (Case each : order(cases, round)) {
                    Measurement measured = stage.run(RunMain.class, each, round, Measurement.class);
                    System.err.printf("round %d, %s%n", round, Report.line(measured));
                    runs.add(measured);
                }
                stage.clear();
            }
            if (latency) {
                facts.put(
                        "latency",
                        stage.latency(
                                liveShape(), new Report(facts, runs).median(REPLAY, Measurement::eventsPerSecond) / 2));
            }
            if (restart) {
                facts.put("restart", stage.run(RestartMain.class, cases.get(cases.size() - 1), 1, Restart.class));
            }
        }
        Report report = new Report(facts, runs);
        report.write(output);
        System.out.print(report.table());
        return 0;
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(RUN_OPTIONS);
        options.addAll(jvm);
        return options;
    }

    private GeneratedEvents liveShape() {
        return new GeneratedEvents(LIVE_CUSTOMERS, Scenario.parse("touches=1"), seed);
    }

    private String events() {
        return source.file == null ? "generated with seed " + seed : source.file.getFileName() + " × " + copies;
    }

    private List<Case> cases() throws IOException {
        Map<String, Scenario> shapes = new LinkedHashMap<>();
        shapes.put(FLOOR, Scenario.PLAIN);
        shapes.put(REPLAY, Scenario.PLAIN);
        if (peer) {
            shapes.put(PEER, Scenario.PLAIN);
        }
        scenarios.forEach(text -> shapes.put(text, Scenario.parse(text)));
        List<Case> cases = new ArrayList<>();
        if (source.file == null) {
            shapes.forEach(
                    (name, shape) -> cases.add(new Case(name, new GeneratedEvents(source.generated, shape, seed))));
        } else {
            List<Touchpoint> read = FileEvents.read(source.file);
            shapes.forEach((name, shape) -> cases.add(new Case(name, new FileEvents(read, copies, shape.anonymous()))));
        }
        return cases;
    }

    /** Whoever runs second finds warmer files, so the order changes. */
    private static List<Case> order(List<Case> cases, int round) {
        List<Case> ordered = new ArrayList<>(cases);
        if (round % 2 == 0) {
            Collections.reverse(ordered);
        }
        return ordered;
    }
}
