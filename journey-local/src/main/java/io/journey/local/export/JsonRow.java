package io.journey.local.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One line of an exported file: fields in alphabetical order, absent values as null. */
final class JsonRow {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Map<String, @Nullable Object> fields = new TreeMap<>();

    JsonRow with(String name, @Nullable Object value) {
        fields.put(name, value);
        return this;
    }

    JsonRow with(String name, Instant value) {
        return with(name, INSTANT.format(value));
    }

    JsonRow withSegment(String segment) {
        return with("segment", segment(segment));
    }

    /** The shortest way to write the number that is exact. */
    static BigDecimal shortest(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Map<String, String> segment(String text) {
        Map<String, String> dimensions = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            dimensions.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
        return dimensions;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String line() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("texts, numbers and maps of them can be written as JSON", unexpected);
        }
    }
}
