package io.journey.sink.http;

import java.util.List;
import java.util.stream.Stream;

/** Text forms of breakdowns: {@code entryChannel+persona} in a definition, {@code entryChannel=web&persona=family} in a row. */
final class Breakdown {

    private Breakdown() {}

    /** Breakdowns that a definition keeps, each as its dimensions; the whole has none. */
    static List<List<String>> kept(String definitionSegments) {
        return Stream.of(definitionSegments.split(",", -1))
                .map(breakdown -> breakdown.isEmpty() ? List.<String>of() : List.of(breakdown.split("\\+")))
                .toList();
    }

    /** Dimensions of a row's segment. */
    static List<String> dimensions(String segment) {
        if (segment.isEmpty()) {
            return List.of();
        }
        return Stream.of(segment.split("&", -1))
                .map(part -> part.contains("=") ? part.substring(0, part.indexOf('=')) : part)
                .toList();
    }

    /** What a segment of each kept breakdown looks like, for messages. */
    static String forms(List<List<String>> kept) {
        return String.join(
                ", ",
                kept.stream()
                        .map(dimensions -> dimensions.isEmpty()
                                ? "empty for the whole"
                                : String.join(
                                                "=…&",
                                                dimensions.stream().sorted().toList()) + "=…")
                        .toList());
    }
}
