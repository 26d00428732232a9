package io.journey.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All runs of one invocation, and the medians of each workload beside the floor's.
 *
 * @param facts what the numbers hold for: machine, versions, events
 */
record Report(Map<String, Object> facts, List<Measurement> runs) {

    static Map<String, Object> facts(String events, long count) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", Instant.now().toString());
        facts.put("events", events);
        facts.put("count", count);
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("java", System.getProperty("java.vm.version"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("kafka", org.apache.kafka.common.utils.AppInfoParser.getVersion());
        return facts;
    }

    /** How many times the floor's CPU time an event costs; by medians. */
    double ratio(String workload) {
        return median(workload, Measurement::cpuMicrosPerEvent) / median(Bench.FLOOR, Measurement::cpuMicrosPerEvent);
    }

    static String line(Measurement run) {
        return String.format(
                Locale.ROOT,
                "%s: %,.0f events/s, %.1f µs CPU per event (%.1f of them the compiler's), %.1f µs at the broker,"
                        + " %,.0f bytes written per event, state %,d KiB, memory %,d MiB",
                run.workload(),
                run.eventsPerSecond(),
                run.cpuMicrosPerEvent(),
                run.compilerMicrosPerEvent(),
                run.brokerMicrosPerEvent(),
                run.bytesPerEvent(),
                run.stateBytes() >> 10,
                run.peakBytes() >> 20);
    }

    String table() {
        StringBuilder table = new StringBuilder("| workload | rounds | events/s | µs CPU per event | of the floor"
                        + " | of them the compiler's | µs CPU at the broker | bytes written per event |\n")
                .append("|---|---|---|---|---|---|---|---|\n");
        for (String workload : workloads()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %,.0f | %.1f (%s) | %.2f | %.1f | %.1f | %,.0f |%n",
                    workload,
                    of(workload).size(),
                    median(workload, Measurement::eventsPerSecond),
                    median(workload, Measurement::cpuMicrosPerEvent),
                    range(workload),
                    ratio(workload),
                    median(workload, Measurement::compilerMicrosPerEvent),
                    median(workload, Measurement::brokerMicrosPerEvent),
                    median(workload, Measurement::bytesPerEvent)));
        }
        for (String more : List.of("latency", "restart")) {
            if (facts.containsKey(more)) {
                table.append(System.lineSeparator()).append(facts.get(more)).append(System.lineSeparator());
            }
        }
        return table.toString();
    }

    void write(Path file) throws IOException {
        Map<String, Object> medians = new LinkedHashMap<>();
        for (String workload : workloads()) {
            medians.put(
                    workload,
                    Map.of(
                            "eventsPerSecond", median(workload, Measurement::eventsPerSecond),
                            "cpuMicrosPerEvent", median(workload, Measurement::cpuMicrosPerEvent),
                            "compilerMicrosPerEvent", median(workload, Measurement::compilerMicrosPerEvent),
                            "brokerMicrosPerEvent", median(workload, Measurement::brokerMicrosPerEvent),
                            "bytesPerEvent", median(workload, Measurement::bytesPerEvent),
                            "ratioToFloor", ratio(workload)));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("facts", facts);
        all.put("medians", medians);
        all.put("runs", runs);
        ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        Files.createDirectories(file.toAbsolutePath().getParent());
        json.writeValue(file.toFile(), all);
        Path picture = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.json$", "") + ".svg");
        Files.writeString(picture, picture());
    }

    String picture() {
        return new Picture(workloads().stream()
                        .map(workload -> new Picture.Bar(
                                workload,
                                median(workload, Measurement::cpuMicrosPerEvent)
                                        - median(workload, Measurement::compilerMicrosPerEvent),
                                median(workload, Measurement::compilerMicrosPerEvent),
                                median(workload, Measurement::brokerMicrosPerEvent)))
                        .toList())
                .svg();
    }

    private List<String> workloads() {
        return runs.stream().map(Measurement::workload).distinct().toList();
    }

    private List<Measurement> of(String workload) {
        return runs.stream().filter(run -> run.workload().equals(workload)).toList();
    }

    double median(String workload, ToDoubleFunction<Measurement> number) {
        double[] sorted = of(workload).stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private String range(String workload) {
        var summary = of(workload).stream()
                .mapToDouble(Measurement::cpuMicrosPerEvent)
                .summaryStatistics();
        return String.format(Locale.ROOT, "%.1f to %.1f", summary.getMin(), summary.getMax());
    }
}
