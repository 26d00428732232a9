package io.journey.bench.flink;

import io.journey.bench.Given;
import io.journey.bench.RunMain;
import io.journey.bench.Workload;
import java.io.IOException;
import java.nio.file.Path;

/** As {@link RunMain}, for the peer: runs the job once and prints what it cost. */
public final class FlinkMain {

    /** Where ours runs on several stream threads, the job has as many tasks of each kind. */
    private static final String THREADS = "kafka.num.stream.threads";

    private FlinkMain() {}

    /** As {@link Given} has them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        RunMain.measure(Given.parse(arguments), FlinkMain::job);
    }

    private static Workload job(Given given, Path state) {
        long closedAt = LastEvents.greatestTime(given.surroundings());
        return new FlinkReplay(
                new Settings(given.surroundings(), given.definition().toString(), closedAt),
                state,
                Integer.parseInt(given.settings().getOrDefault(THREADS, "1")));
    }
}
