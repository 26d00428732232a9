package io.journey.local.registry;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks for, with all escapes resolved: a subject may contain any character, slashes too.
 *
 * @param path the segments between slashes
 * @param query the first value of each parameter
 */
record Address(List<String> path, Map<String, String> query) {

    /** @throws BadCallException when an escape is malformed */
    static Address of(URI uri) {
        return new Address(path(uri.getRawPath()), query(uri.getRawQuery()));
    }

    private static List<String> path(String raw) {
        String inner = raw.length() > 1 && raw.endsWith("/") ? raw.substring(1, raw.length() - 1) : raw.substring(1);
        return Arrays.stream(inner.split("/", -1)).map(Address::pathSegment).toList();
    }

    /** A plus is a plus in a path, and a space only in a query. */
    private static String pathSegment(String encoded) {
        return decode(encoded.replace("+", "%2B"));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> parameters = new HashMap<>();
        if (raw != null) {
            for (String pair : raw.split("&", -1)) {
                String[] parts = pair.split("=", 2);
                parameters.putIfAbsent(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new BadCallException(400, "The address has a malformed escape in " + encoded);
        }
    }
}
