package io.journey.streams.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.journey.service.health.Health;
import io.journey.service.health.Report;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.http.Listener;
import io.journey.streams.http.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers orchestrators, Prometheus and whoever asks what runs here. Nothing it says is about a customer. */
final class HealthServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
    private static final int THREADS = 4;
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
    private static final Reply UNKNOWN =
            Reply.json(404, "{\"message\":\"expected /health/live, /health/ready, /metrics or /info\"}");

    private final ObjectMapper json = new ObjectMapper();
    private final Listener listener;
    private final Map<String, Supplier<Reply>> pages;

    /**
     * @throws org.apache.kafka.common.KafkaException when the address cannot be listened on
     */
    HealthServer(HostInfo listen, Health health, Supplier<String> metrics, Info info) {
        this.pages = Map.of(
                "/health/live", () -> report(Report.of(health.live())),
                "/health/ready", () -> report(Report.of(health.ready())),
                "/metrics", () -> new Reply(200, PROMETHEUS, metrics.get()),
                "/info", () -> Reply.json(200, text(info.content())));
        this.listener =
                new Listener(StreamsSettings.HEALTH_LISTEN, listen, Optional.empty(), THREADS, "journey-health");
        listener.answer("/", this::answer);
    }

    private Reply report(Report report) {
        return Reply.json(report.httpStatus(), text(report));
    }

    private String text(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            page(exchange.getRequestURI().getPath()).writeTo(exchange);
        }
    }

    private Reply page(String path) {
        try {
            return pages.getOrDefault(path, () -> UNKNOWN).get();
        } catch (RuntimeException fault) {
            LOG.error("A page could not be made", fault);
            return Reply.json(500, "{\"message\":\"this page failed; the log says why\"}");
        }
    }

    void start() {
        listener.start();
    }

    /** Address at which it listens. */
    URI uri() {
        return listener.uri();
    }

    @Override
    public void close() {
        listener.close();
    }
}
