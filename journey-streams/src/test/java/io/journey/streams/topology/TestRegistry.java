package io.journey.streams.topology;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of a schema registry over HTTP as a serde needs: register and look up by id. */
final class TestRegistry implements AutoCloseable {

    private static final Pattern SCHEMA = Pattern.compile("\"schema\"\\s*:\\s*(\"(?:[^\"\\\\]++|\\\\.)*+\")");

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();

    TestRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/schemas/ids/")) {
            int id = Integer.parseInt(path.substring("/schemas/ids/".length()));
            boolean known = id >= 1 && id <= schemas.size();
            send(
                    exchange,
                    known ? 200 : 404,
                    known
                            ? "{\"schema\":" + schemas.get(id - 1) + "}"
                            : "{\"error_code\":40403,\"message\":\"Schema " + id + " not found\"}");
            return;
        }
        Matcher schema = SCHEMA.matcher(body);
        if (!schema.find()) {
            send(exchange, 404, "{\"error_code\":404,\"message\":\"no such path\"}");
            return;
        }
        String text = schema.group(1);
        if (!schemas.contains(text)) {
            schemas.add(text);
        }
        send(exchange, 200, "{\"id\":" + (schemas.indexOf(text) + 1) + ",\"version\":1}");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
