package io.journey.local.upgrade;

import io.journey.core.definition.Definition;
import io.journey.streams.definition.DefinitionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an application left behind when it was stopped in the middle of its work, the events that came later, and the answer
 * of a batch over all of them. At least one folder for each layout of stored bytes that there has been; it needs nothing
 * but itself, so it stays as it is when random cases change.
 */
record Recording(Path folder) {

    /** Begins the names of the recorded topics and the id of the recorded application. */
    static final String PREFIX = "recorded";

    private static final Path ROOT =
            Path.of(System.getProperty("journey.root", ".."), "journey-local", "src", "test", "resources", "recorded");
    private static final String LAYOUT = "layout-";
    private static final String IS = " -> ";

    /**
     * One that is still to be written.
     *
     * @param release tells it from others of the same layout; empty for the first one
     */
    static Recording named(int layout, String release) {
        return new Recording(ROOT.resolve(LAYOUT + layout + (release.isEmpty() ? "" : "-" + release)));
    }

    boolean isOf(int layout) {
        return (this + "-").startsWith(LAYOUT + layout + "-");
    }

    /** Oldest first. */
    static List<Recording> all() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(Recording::new)
                    .toList();
        }
    }

    static Definition definition() {
        return ((DefinitionFile.Valid) DefinitionFile.read(ROOT.resolve("definition.yaml"))).definition();
    }

    ClusterDump cluster() throws IOException {
        return ClusterDump.read(folder.resolve("cluster.jsonl.gz"));
    }

    /** Lines of JSON, in the order of their arrival. */
    List<String> laterEvents() throws IOException {
        return Files.readAllLines(folder.resolve("later.jsonl"));
    }

    /** Published rows as text, by their keys. */
    Map<String, String> answer() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("answer.txt"))) {
            int at = line.indexOf(IS);
            rows.put(line.substring(0, at), line.substring(at + IS.length()));
        }
        return rows;
    }

    /** Never in the place of another one: what has been released stays. */
    void write(ClusterDump cluster, List<String> later, Map<String, String> answer) throws IOException {
        Files.createDirectory(folder);
        cluster.write(folder.resolve("cluster.jsonl.gz"));
        Files.write(folder.resolve("later.jsonl"), later);
        List<String> rows = new TreeMap<>(answer)
                .entrySet().stream()
                        .map(row -> row.getKey() + IS + row.getValue())
                        .toList();
        Files.write(folder.resolve("answer.txt"), rows);
    }

    @Override
    public String toString() {
        return String.valueOf(folder.getFileName());
    }
}
