package io.journey.local.service;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** What a scrape holds. */
final class Scrape {

    private Scrape() {}

    /** What promtool finds wrong with a scrape; Kafka's own meters, whose names are Kafka's, are left out. */
    static String faults(String scrape) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder("promtool", "check", "metrics")
                .redirectErrorStream(true)
                .start();
        try (Writer in = promtool.outputWriter()) {
            for (String line : scrape.lines().toList()) {
                if (!line.matches("(# (HELP|TYPE) )?kafka_.*")) {
                    in.write(line + "\n");
                }
            }
        }
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return promtool.waitFor() == 0 ? said : "promtool ended with " + promtool.exitValue() + ": " + said;
    }

    /** Names of our own meters, each once: without tags, and without what a histogram or a timer adds. */
    static Set<String> journeyMeters(String scrape) {
        Set<String> names = new TreeSet<>();
        scrape.lines()
                .filter(line -> line.startsWith("journey_"))
                .map(line -> line.replaceFirst("[{ ].*", "").replaceFirst("_(bucket|count|sum|max)$", ""))
                .forEach(names::add);
        return names;
    }
}
