package io.journey.bench.flink;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.journey.bench.Measurement;
import io.journey.bench.RunMain;
import io.journey.bench.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.util.FileUtils;

/** As {@link RunMain}, for the peer: runs the job once and prints what it cost. */
public final class FlinkMain {

    private FlinkMain() {}

    /** Workload, round, events, bootstrap servers, registry, topic prefix, definition file; then parallelism, or 1. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int parallelism = arguments.length > 7 ? Integer.parseInt(arguments[7]) : 1;
        Settings open =
                new Settings(arguments[3], arguments[4], arguments[5], arguments[6], Long.MAX_VALUE, parallelism);
        Settings settings = open.closedAt(LastEvents.greatestTime(open));
        Path state = Files.createTempDirectory("journey-bench-flink");
        Watch watch = new Watch(arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        try (FlinkReplay replay = new FlinkReplay(settings, state)) {
            Measurement measured = watch.measure(replay);
            System.out.println(RunMain.RESULT + new ObjectMapper().writeValueAsString(measured));
        } finally {
            FileUtils.deleteDirectory(state.toFile());
        }
    }
}
