package io.journey.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of the docs that tells a story: a table of steps, the events of each, and a definition.
 *
 * @param steps in order
 * @param definition as YAML
 */
record StoryPage(List<Step> steps, String definition) {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\|.*\\| (\\d+) \\| (\\d+) \\|$");

    /**
     * @param event as a line of JSON
     * @param journeys that the page of the product must show after it
     * @param converted of those
     */
    record Step(int number, String event, long journeys, long converted) {}

    static StoryPage read(String name) throws IOException {
        Path file = Path.of(System.getProperty("journey.root", ".."), "docs", name);
        String page = Files.readString(file);
        List<String> events = block(page, "json").lines().toList();
        List<MatchResult> rows = ROW.matcher(page).results().toList();
        if (rows.size() != events.size()) {
            throw new IllegalStateException(
                    file + " has " + rows.size() + " steps and " + events.size() + " events, expected one each");
        }
        return new StoryPage(
                rows.stream()
                        .map(row -> new Step(
                                Integer.parseInt(row.group(1)),
                                events.get(Integer.parseInt(row.group(1)) - 1),
                                Long.parseLong(row.group(2)),
                                Long.parseLong(row.group(3))))
                        .toList(),
                block(page, "yaml"));
    }

    private static String block(String page, String language) {
        int begin = page.indexOf("```" + language + "\n") + language.length() + 4;
        return page.substring(begin, page.indexOf("```", begin));
    }
}
