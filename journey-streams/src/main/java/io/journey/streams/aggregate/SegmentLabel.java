package io.journey.streams.aggregate;

import io.journey.core.aggregate.Breakdown;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A breakdown as one text, so that it can be part of a key that no reader has trouble with. */
final class SegmentLabel {

    private SegmentLabel() {}

    /** Dimensions in alphabetical order, URL-encoded as dimension=value joined by &amp;; empty for the whole. */
    static String of(Breakdown segment) {
        List<String> parts = new ArrayList<>(2);
        add(parts, "entryChannel", segment.entryChannel());
        add(parts, "persona", segment.persona());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String dimension, @Nullable String value) {
        if (value != null) {
            parts.add(dimension + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
