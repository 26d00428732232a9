package io.journey.sink.http;

import io.javalin.http.Context;
import java.util.Map;

/** Headers of every answer: the page loads nothing from elsewhere, nobody frames it, nothing is guessed. */
final class SecurityHeaders {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "X-Frame-Options",
            "DENY",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            // Keep, but ask each time: answers carry an ETag.
            "Cache-Control",
            "no-cache");

    private SecurityHeaders() {}

    static void addTo(Context context) {
        HEADERS.forEach(context::header);
    }
}
