package io.journey.events.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** As much of a schema registry as tests need, over real HTTP, with answers that tests can put in front of its own. */
public final class SmallRegistry implements AutoCloseable {

    /** One request as it arrived. */
    public record Request(String method, String path, Map<String, List<String>> headers) {}

    /** An answer given instead of the registry's own. */
    public record Canned(int status, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final List<String> schemas = new CopyOnWriteArrayList<>();
    private final Map<String, List<Integer>> subjects = new ConcurrentHashMap<>();
    private final Deque<Canned> canned = new ConcurrentLinkedDeque<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private SmallRegistry(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "small-registry");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    public static SmallRegistry start() {
        try {
            return new SmallRegistry(HttpServer.create(anyPort(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static SmallRegistry startTls(SSLContext context) {
        try {
            HttpsServer server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new SmallRegistry(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public URI uri() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    /** Answers the next request with this instead. */
    public void answerNext(int status, String body) {
        canned.add(new Canned(status, body));
    }

    public List<Request> requests() {
        return requests;
    }

    /** Puts a schema under a subject and gives its id. */
    public int put(String subject, String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, name -> new CopyOnWriteArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    public String schema(int id) {
        return schemas.get(id - 1);
    }

    public List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        requests.add(new Request(exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders())));
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        Canned next = canned.poll();
        Canned answer = next != null ? next : answer(exchange.getRequestMethod(), path, body);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Canned answer(String method, String path, JsonNode body) {
        List<String> parts = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            parts.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
        }
        if (path.startsWith("/schemas/ids/")) {
            int id = Integer.parseInt(parts.get(2));
            return id >= 1 && id <= schemas.size()
                    ? ok(JSON.createObjectNode().put("schema", schema(id)))
                    : error(404, 40403, "Schema " + id + " not found");
        }
        if (path.equals("/subjects")) {
            return new Canned(200, JSON.valueToTree(subjects()).toString());
        }
        String subject = parts.get(1);
        if (method.equals("POST") && path.endsWith("/versions")) {
            return ok(JSON.createObjectNode()
                    .put("id", put(subject, body.path("schema").asText())));
        }
        List<Integer> versions = subjects.get(subject);
        if (versions == null) {
            return error(404, 40401, "Subject '" + subject + "' not found.");
        }
        if (path.endsWith("/versions/latest")) {
            return ok(version(subject, versions, versions.get(versions.size() - 1)));
        }
        int id = schemas.indexOf(body.path("schema").asText()) + 1;
        return versions.contains(id) ? ok(version(subject, versions, id)) : error(404, 40403, "Schema not found");
    }

    private ObjectNode version(String subject, List<Integer> versions, int id) {
        return JSON.createObjectNode()
                .put("subject", subject)
                .put("id", id)
                .put("version", versions.indexOf(id) + 1)
                .put("schema", schema(id));
    }

    private static Canned ok(JsonNode body) {
        return new Canned(200, body.toString());
    }

    private static Canned error(int status, int code, String message) {
        return new Canned(
                status,
                JSON.createObjectNode()
                        .put("error_code", code)
                        .put("message", message)
                        .toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
