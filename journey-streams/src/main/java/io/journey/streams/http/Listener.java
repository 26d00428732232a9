package io.journey.streams.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.journey.events.tls.CertificateStore;
import io.journey.events.tls.Tls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.state.HostInfo;

/** An address at which this instance answers, with threads of its own. */
public final class Listener implements AutoCloseable {

    private final HostInfo listen;
    private final HttpServer server;
    private final ExecutorService threads;

    /**
     * Takes the address; nothing is answered before {@link #start}.
     *
     * @param setting that names the address, for messages
     * @param certificate shown to whoever connects, over TLS; empty for plain HTTP
     * @param threads that answer
     * @param threadName what they are called
     * @throws KafkaException when the address cannot be listened on
     */
    public Listener(
            String setting, HostInfo listen, Optional<CertificateStore> certificate, int threads, String threadName) {
        // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.listen = listen;
        try {
            this.server = server(setting, new InetSocketAddress(listen.host(), listen.port()), certificate);
        } catch (IOException taken) {
            throw new KafkaException(
                    setting + " " + listen.host() + ":" + listen.port() + " cannot be listened on: "
                            + taken.getMessage(),
                    taken);
        }
        this.threads = Executors.newFixedThreadPool(threads, work -> thread(work, threadName));
        server.setExecutor(this.threads);
    }

    private static HttpServer server(String setting, InetSocketAddress address, Optional<CertificateStore> certificate)
            throws IOException {
        if (certificate.isEmpty()) {
            return HttpServer.create(address, 0);
        }
        HttpsServer server = HttpsServer.create(address, 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(Tls.showing(certificate.get()).context(setting)));
        return server;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Has a handler answer all below a path; to be called before the start. */
    public void answer(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    public void start() {
        server.start();
    }

    /** The port, also where the setting leaves it to the system. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Address at which it listens. */
    public URI uri() {
        return address(listen.host(), port(), server instanceof HttpsServer);
    }

    /** Address of a listener as URI. */
    public static URI address(String host, int port, boolean tls) {
        return URI.create((tls ? "https" : "http") + "://" + host + ":" + port);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
