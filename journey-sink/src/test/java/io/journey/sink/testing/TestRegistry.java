package io.journey.sink.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of a schema registry as the serdes need: register a schema, read it by its id. One for the process. */
public final class TestRegistry {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestRegistry RUNNING = start();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private volatile boolean away;

    private TestRegistry(HttpServer server) {
        this.server = server;
        server.createContext("/", this::handle);
        server.start();
    }

    public static TestRegistry running() {
        return RUNNING;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on every request is answered with 503, or no longer. */
    public void away(boolean now) {
        away = now;
    }

    private static TestRegistry start() {
        try {
            return new TestRegistry(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (away) {
                answer(exchange, 503, Map.of("error_code", 50003, "message", "away"));
            } else if (path.startsWith("/schemas/ids/")) {
                int id = Integer.parseInt(path.substring("/schemas/ids/".length()));
                if (id > schemas.size()) {
                    answer(exchange, 404, Map.of("error_code", 40403, "message", "Schema not found"));
                } else {
                    answer(exchange, 200, Map.of("schema", schemas.get(id - 1)));
                }
            } else {
                String schema =
                        JSON.readTree(exchange.getRequestBody()).get("schema").asText();
                answer(exchange, 200, Map.of("id", id(schema)));
            }
        }
    }

    private int id(String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return schemas.indexOf(schema) + 1;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
