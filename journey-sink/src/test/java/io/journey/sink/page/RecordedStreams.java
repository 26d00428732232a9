package io.journey.sink.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Gives the answers that the streams application gave. This module does not know that application; the tests of {@code
 * journey-local} record its answers here, and fail when they are no longer what it says.
 */
final class RecordedStreams implements AutoCloseable {

    static final String TOKEN = "known to the sink alone";

    private final HttpServer server;

    RecordedStreams() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/journeys/", RecordedStreams::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean known =
                    ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            String path = exchange.getRequestURI().getRawPath();
            String identity = URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
            byte[] recorded = recorded(identity);
            int status = !known ? 401 : recorded.length == 0 ? 404 : 200;
            byte[] body = status == 200
                    ? recorded
                    : "{\"message\":\"nothing is known of this identity\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static byte[] recorded(String identity) throws IOException {
        String name = "customer-" + identity.replaceAll("[^a-z0-9]", "-") + ".json";
        try (InputStream file = RecordedStreams.class.getResourceAsStream(name)) {
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
