package io.journey.sink.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinBindException;
import io.journey.service.access.Credential;
import io.journey.service.health.Health;
import io.journey.sink.database.Database;
import io.journey.sink.database.OffsetStore;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.jetty.server.handler.DoSHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server: API, notices, health, metrics and the page from {@code /web} on the class path. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final String PAGE = "/web";
    private static final int TOO_MANY_REQUESTS = 429;
    /** Whose rates are known at the same time; when there are more, further ones are turned away. */
    private static final int MOST_ADDRESSES = 10_000;

    private final HttpSettings settings;
    private final Health health;
    private final Supplier<String> metrics;
    private final Map<String, String> info;
    private final Api api;
    private final EventStream events;
    private final Javalin javalin;

    /**
     * A server, not started.
     *
     * @param metrics renders the metrics in Prometheus' text form
     * @param info what runs here, as {@code /info} tells it
     */
    public HttpServer(
            HttpSettings settings,
            Database database,
            Health health,
            Supplier<String> metrics,
            Map<String, String> info) {
        this.settings = settings;
        this.health = health;
        this.metrics = metrics;
        this.info = Map.copyOf(info);
        OffsetStore offsets = new OffsetStore(database);
        this.api = new Api(database, new AnswerWriter(offsets));
        this.events = new EventStream(offsets, settings.eventClients());
        this.javalin = Javalin.create(this::configure);
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.prefer405over404 = true;
        config.jetty.host = settings.host();
        config.jetty.port = settings.port();
        config.jetty.modifyServer(server -> server.setHandler(requestRate(settings.requestsPerSecond())));
        settings.access()
                .keystore()
                .ifPresent(keystore ->
                        config.jetty.addConnector((server, http) -> TlsConnector.of(settings, keystore, server, http)));
        if (HttpServer.class.getResource(PAGE) == null) {
            LOG.warn("no page on the class path at {}: / answers 404", PAGE);
        } else {
            config.staticFiles.add(PAGE, Location.CLASSPATH);
        }
        config.routes.before(SecurityHeaders::addTo);
        Optional<Credential> token = Credential.bearer(settings.customers().pageToken());
        new Gate(settings.access(), token).addTo(config.routes);
        api.addTo(config.routes);
        new CustomerRoutes(settings.customers(), token).addTo(config.routes);
        new HealthRoutes(health).addTo(config.routes);
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.get()));
        config.routes.get("/info", context -> context.json(new TreeMap<>(info)));
        config.routes.before("/api/v1/events", events::admit);
        config.routes.sse("/api/v1/events", events::open);
        config.routes.exception(
                HttpResponseException.class,
                (refused, context) -> AnswerWriter.error(
                        context, ErrorBody.of(refused.getStatus(), String.valueOf(refused.getMessage()))));
        config.routes.exception(Exception.class, (failure, context) -> {
            LOG.atError().setCause(failure).addKeyValue("path", context.path()).log("request failed");
            AnswerWriter.error(context, ErrorBody.of(500, "this request failed; the sink's log says why"));
        });
    }

    private static DoSHandler requestRate(int perSecond) {
        return new DoSHandler(
                DoSHandler.ID_FROM_REMOTE_ADDRESS,
                new DoSHandler.LeakingBucketTrackerFactory(perSecond),
                new DoSHandler.StatusRejectHandler(TOO_MANY_REQUESTS),
                MOST_ADDRESSES);
    }

    /** Streams of notices that are open. */
    public int eventClients() {
        return events.clients();
    }

    /**
     * Starts listening.
     *
     * @throws AddressTakenException if the port is taken
     */
    public void start() {
        try {
            javalin.start();
        } catch (JavalinBindException taken) {
            throw new AddressTakenException(settings, taken);
        }
        events.start();
        if (!settings.isLoopback() && settings.access().isOpen()) {
            LOG.warn("the page is open to everybody who reaches {}: set http.user and http.password", settings.host());
        }
    }

    /** Address of the page; known once the server has started. */
    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        String scheme = settings.access().keystore().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + host + ":" + javalin.port() + "/");
    }

    @Override
    public void close() {
        events.close();
        javalin.stop();
    }
}
