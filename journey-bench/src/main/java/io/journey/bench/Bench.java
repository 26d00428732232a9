package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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
    /** Begins the name of a replay of which so many percent of the events are anonymous. */
    static final String ANONYMOUS = "anonymous-";

    private static final List<String> SERVER_OPTIONS = List.of("-Xmx1g");
    /** As the journey command runs. */
    private static final List<String> RUN_OPTIONS = List.of("-XX:MaxRAMPercentage=40", "-XX:+UseParallelGC");

    @Option(names = "--events", required = true, description = "Events, as lines of JSON compressed by gzip.")
    private Path events;

    @Option(names = "--definition", required = true, description = "Definition to replay them with.")
    private Path definition;

    @Option(
            names = "--copies",
            defaultValue = "4",
            description = "How often each event is written, as another customer's.")
    private int copies;

    @Option(
            names = "--anonymous",
            split = ",",
            description = "Also replay with so many percent of the events anonymous, joined by commas.")
    private List<Integer> anonymous = List.of();

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds; each runs every workload once.")
    private int rounds;

    @Option(names = "--output", required = true, description = "JSON file for the results.")
    private Path output;

    @Option(names = "--data", required = true, description = "Empty folder for the broker's data.")
    private Path data;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Preload preload = Preload.of(events, copies);
        List<Measurement> runs = new ArrayList<>();
        try (Child servers = Child.start(ServersMain.class, SERVER_OPTIONS, List.of(data.toString()))) {
            String[] addresses = servers.await(ServersMain.READY).split(" ", -1);
            for (int round = 1; round <= rounds; round++) {
                // Whoever runs second finds warmer files, so the order changes.
                for (String workload : workloads(round)) {
                    Surroundings surroundings =
                            new Surroundings(addresses[0], addresses[1], "bench-" + round + "-" + workload);
                    preload.into(surroundings, share(workload));
                    Measurement measured = run(workload, round, preload.size(), surroundings);
                    System.err.printf(
                            "round %d, %s: %,.0f events/s, %.1f µs CPU per event%n",
                            round, workload, measured.eventsPerSecond(), measured.cpuMicrosPerEvent());
                    runs.add(measured);
                }
            }
        }
        Report report = new Report(Report.facts(events.getFileName() + " × " + copies, preload.size()), runs);
        report.write(output);
        System.out.print(report.table());
        return 0;
    }

    private List<String> workloads(int round) {
        List<String> workloads = new ArrayList<>(List.of(FLOOR, REPLAY));
        anonymous.forEach(percent -> workloads.add(ANONYMOUS + percent));
        if (round % 2 == 0) {
            Collections.reverse(workloads);
        }
        return workloads;
    }

    private static int share(String workload) {
        return workload.startsWith(ANONYMOUS) ? Integer.parseInt(workload.substring(ANONYMOUS.length())) : 0;
    }

    private Measurement run(String workload, int round, long count, Surroundings surroundings) throws IOException {
        List<String> arguments = List.of(
                workload,
                String.valueOf(round),
                String.valueOf(count),
                surroundings.bootstrapServers(),
                surroundings.registry(),
                surroundings.topicPrefix(),
                definition.toString());
        try (Child child = Child.start(RunMain.class, RUN_OPTIONS, arguments)) {
            return new ObjectMapper().readValue(child.await(RunMain.RESULT), Measurement.class);
        }
    }
}
