package io.journey.streams.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer to a request, never to be kept by anybody.
 *
 * @param type media type of the body
 */
public record Reply(int status, String type, String body) {

    public static Reply json(int status, String body) {
        return new Reply(status, "application/json", body);
    }

    /** Answers the request. */
    public void writeTo(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
