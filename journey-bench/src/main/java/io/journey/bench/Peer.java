package io.journey.bench;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The replay as a Flink job: a module that nothing depends on, because its Kafka clients and its RocksDB are others. */
final class Peer {

    private static final String MAIN = "io.journey.bench.flink.FlinkMain";

    /** What Flink's own scripts open. */
    private static final List<String> OPENED = List.of("java.util", "java.lang", "java.time");

    private Peer() {}

    /** Starts the job as {@link RunMain} is started. */
    static Child start(List<String> options, List<String> arguments) throws IOException {
        List<String> all = new ArrayList<>(options);
        OPENED.forEach(opened -> all.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED"));
        Path target = target();
        String classPath = target.resolve("classes")
                + System.getProperty("path.separator")
                + Files.readString(target.resolve("bench.classpath")).strip();
        return Child.start(classPath, MAIN, all, arguments);
    }

    /** Beside the module that this class was built in. */
    private static Path target() {
        try {
            Path classes = Path.of(Peer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve("../../../journey-bench-flink/target").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes without a folder", e);
        }
    }
}
