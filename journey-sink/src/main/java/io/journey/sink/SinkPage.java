package io.journey.sink;

import io.journey.service.settings.SettingsTable;
import io.journey.sink.metric.SinkMeter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints the parts of docs/sink.md that the code knows better than any author: settings and meters. */
final class SinkPage {

    private SinkPage() {}

    /** Parts by the name that marks their place in the page. */
    static Map<String, String> parts() {
        return Map.of("settings", SettingsTable.markdown(SinkConfig.definition()), "meters", meters());
    }

    /** The page with its printed parts as they have to be. */
    static String render(String page) {
        String rendered = page;
        for (Map.Entry<String, String> part : parts().entrySet()) {
            rendered = replace(rendered, part.getKey(), part.getValue());
        }
        return rendered;
    }

    private static String replace(String page, String part, String text) {
        int begin = page.indexOf("\n", page.indexOf("<!-- " + part + ":")) + 1;
        int end = page.indexOf("<!-- " + part + " end -->");
        if (begin == 0 || end < begin) {
            throw new IllegalArgumentException("the page has no place for " + part);
        }
        return page.substring(0, begin) + text + page.substring(end);
    }

    private static String meters() {
        return List.of(SinkMeter.values()).stream()
                .map(meter -> "| `" + meter.prometheusName() + "` | "
                        + meter.getType().name().toLowerCase(Locale.ROOT) + " | " + tags(meter) + " | "
                        + meter.meaning() + " |\n")
                .collect(Collectors.joining("", "| series | type | tags | meaning |\n|---|---|---|---|\n", ""));
    }

    private static String tags(SinkMeter meter) {
        return List.of(meter.getKeyNames()).stream()
                .map(tag -> "`" + tag.asString() + "`")
                .collect(Collectors.joining(", "));
    }
}
