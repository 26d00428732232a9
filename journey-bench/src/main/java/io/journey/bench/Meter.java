package io.journey.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Reads what this process, its compiler and the broker have consumed so far. */
final class Meter implements AutoCloseable {

    /** Where Linux tells of each thread; elsewhere the compiler's time is not told apart. */
    private static final Path THREADS = Path.of("/proc/self/task");

    private static final double TICKS_PER_SECOND = 100;

    private final OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Surroundings surroundings;
    private final String input;
    private final Admin admin;

    /**
     * @param input topic that is not counted as written
     */
    Meter(Surroundings surroundings, String input) {
        this.surroundings = surroundings;
        this.input = input;
        this.admin = Admin.create(Map.of("bootstrap.servers", surroundings.bootstrapServers()));
    }

    /**
     * What was consumed up to an instant.
     *
     * @param nanos of {@link System#nanoTime()}
     */
    record Reading(long nanos, double cpu, double compiler, double broker, long bytes) {}

    Reading read() {
        return new Reading(
                System.nanoTime(), machine.getProcessCpuTime() / 1e9, compilerSeconds(), brokerSeconds(), bytes());
    }

    private double brokerSeconds() {
        return ProcessHandle.of(surroundings.serversPid())
                        .flatMap(process -> process.info().totalCpuDuration())
                        .orElse(Duration.ZERO)
                        .toNanos()
                / 1e9;
    }

    /** Exact where the compiler's threads live as long as the process; see {@link Bench}. */
    private static double compilerSeconds() {
        if (!Files.isDirectory(THREADS)) {
            return 0;
        }
        double ticks = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                ticks += compilerTicks(thread.resolve("stat"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + THREADS, e);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double compilerTicks(Path file) throws IOException {
        try {
            String stat = Files.readString(file, StandardCharsets.UTF_8);
            int name = stat.indexOf('(');
            int end = stat.lastIndexOf(')');
            if (!stat.substring(name + 1, end).matches("C[12] Compiler.*")) {
                return 0;
            }
            // proc(5): the state follows the name as field 3; user and system time are fields 14 and 15.
            String[] fields = stat.substring(end + 2).split(" ", -1);
            return Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        } catch (NoSuchFileException threadEnded) {
            return 0;
        }
    }

    /** Most memory this process had resident so far; 0 where the system does not tell. */
    static long peakBytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .sum();
    }

    private long bytes() {
        try {
            long sum = 0;
            for (Map<String, LogDirDescription> broker : admin.describeLogDirs(
                            admin.describeCluster().nodes().get().stream()
                                    .map(node -> node.id())
                                    .toList())
                    .allDescriptions()
                    .get()
                    .values()) {
                for (LogDirDescription directory : broker.values()) {
                    sum += directory.replicaInfos().entrySet().stream()
                            .filter(replica -> isWritten(replica.getKey().topic()))
                            .mapToLong(replica -> replica.getValue().size())
                            .sum();
                }
            }
            return sum;
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not say how large its topics are", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private boolean isWritten(String topic) {
        return topic.startsWith(surroundings.topicPrefix()) && !topic.equals(input);
    }

    @Override
    public void close() {
        admin.close();
    }
}
