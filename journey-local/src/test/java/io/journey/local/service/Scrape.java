package io.journey.local.service;

import java.util.Set;
import java.util.TreeSet;

/** What a scrape holds. */
final class Scrape {

    private Scrape() {}

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
