package io.journey.streams.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.journey.service.health.Health;
import io.journey.service.health.Report;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers orchestrators, Prometheus and whoever asks what runs here. Nothing it says is about a customer. */
final class HealthServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final int THREADS = 4;
    private static final String JSON = "application/json";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final ObjectMapper json = new ObjectMapper();
    private final HostInfo listen;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, HealthServer::thread);

    private record Page(int status, String type, String body) {}

    /**
     * @throws KafkaException when the address cannot be listened on
     */
    HealthServer(HostInfo listen, Health health, Supplier<String> metrics, Info info) {
        this.listen = listen;
        try {
            this.server = HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 0);
        } catch (IOException taken) {
            threads.shutdownNow();
            throw new KafkaException(
                    "journey.health.listen " + listen.host() + ":" + listen.port() + " cannot be listened on: "
                            + taken.getMessage(),
                    taken);
        }
        server.setExecutor(threads);
        answer("/health/live", () -> report(Report.of(health.live())));
        answer("/health/ready", () -> report(Report.of(health.ready())));
        answer("/metrics", () -> new Page(200, PROMETHEUS, metrics.get()));
        answer("/info", () -> new Page(200, JSON, text(info.content())));
        answer(
                "/",
                () -> new Page(404, JSON, "{\"message\":\"expected /health/live, /health/ready, /metrics or /info\"}"));
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "journey-health");
        thread.setDaemon(true);
        return thread;
    }

    private Page report(Report report) {
        return new Page(report.httpStatus(), JSON, text(report));
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(String path, Supplier<Page> page) {
        server.createContext(path, exchange -> {
            try (exchange) {
                write(
                        exchange,
                        path.equals("/") || path.equals(exchange.getRequestURI().getPath()) ? page(page) : unknown());
            }
        });
    }

    private static Page unknown() {
        return new Page(404, JSON, "{\"message\":\"no such page\"}");
    }

    private static Page page(Supplier<Page> page) {
        try {
            return page.get();
        } catch (RuntimeException fault) {
            LOG.error("A page could not be made", fault);
            return new Page(500, JSON, "{\"message\":\"this page failed; the log says why\"}");
        }
    }

    private static void write(HttpExchange exchange, Page page) throws IOException {
        byte[] body = page.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", page.type());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.sendResponseHeaders(page.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    void start() {
        server.start();
    }

    /** Address at which it listens. */
    URI uri() {
        return URI.create("http://" + listen.host() + ":" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
