package io.journey.local.registry;

import com.sun.net.httpserver.HttpServer;
import io.journey.local.registry.catalogue.SchemaCatalogue;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A schema registry for Avro in this JVM that serdes and tools use like any other.
 *
 * <p>Its schemas are on a topic of the broker and survive it. For the demo, the replay, trials and tests; in production
 * people bring their own.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final int THREADS = 4;

    private final CatalogueLog log;
    private final String host;
    private final HttpServer server;
    private final ExecutorService threads;

    private EmbeddedRegistry(CatalogueLog log, String host, HttpServer server, ExecutorService threads) {
        this.log = log;
        this.host = host;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Reads the topic and begins to answer.
     *
     * @throws RegistryException when the broker or the port cannot be used
     */
    public static EmbeddedRegistry start(RegistrySettings settings) {
        CatalogueLog log = CatalogueLog.open(settings);
        try {
            CatalogueStore store = new CatalogueStore(log, new SchemaCatalogue(settings.defaultLevel()));
            return serve(settings, log, routes(store, log.clusterId()));
        } catch (RuntimeException | Error failure) {
            log.close();
            throw failure;
        }
    }

    private static EmbeddedRegistry serve(RegistrySettings settings, CatalogueLog log, List<Route> routes) {
        // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        if (address.isUnresolved()) {
            throw new RegistryException(
                    "registry host " + settings.host() + " is not known here: name an address of this machine");
        }
        try {
            HttpServer server = HttpServer.create(address, 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::thread);
            server.createContext("/", new RegistryHandler(routes, settings.credentials()));
            server.setExecutor(threads);
            server.start();
            return new EmbeddedRegistry(log, settings.host(), server, threads);
        } catch (IOException cause) {
            throw new RegistryException(
                    "registry address " + settings.host() + ":" + settings.port()
                            + " is taken: stop what listens there or choose another port",
                    cause);
        }
    }

    private static List<Route> routes(CatalogueStore store, String clusterId) {
        return Stream.of(
                        new SubjectRoutes(store).table(),
                        new VersionRoutes(store, Clock.systemUTC()).table(),
                        new SchemaRoutes(store).table(),
                        new CompatibilityRoutes(store).table(),
                        new SettingsRoutes(store).table(),
                        new ServerRoutes(clusterId).table())
                .flatMap(List::stream)
                .toList();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "embedded-registry");
        thread.setDaemon(true);
        return thread;
    }

    /** The value for {@code schema.registry.url}. */
    public URI uri() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    /** Stops answering; what was answered is on the topic. */
    @Override
    public void close() {
        try (log) {
            server.stop(0);
            threads.shutdown();
        }
    }
}
