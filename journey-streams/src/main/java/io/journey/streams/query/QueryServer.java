package io.journey.streams.query;

import com.sun.net.httpserver.HttpServer;
import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.IdentityHash;
import io.journey.streams.ladder.Homes;
import io.journey.streams.stitch.ClockSource;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.state.HostInfo;

/**
 * The endpoint at which an instance is asked about customers, by people's tools and by the other instances.
 *
 * <p>Listens from the moment it is made, because its port must be known before Kafka Streams starts; until a definition is
 * added it says that it does not know it.
 */
public final class QueryServer implements AutoCloseable {

    private static final int THREADS = 16;
    private static final int WHOLE_AT_ONCE = 8;

    private final QuerySettings settings;
    private final HttpServer server;
    private final ExecutorService threads;
    private final QueryClient others;
    private final Map<String, Customers> journeys = new ConcurrentHashMap<>();

    /**
     * @throws KafkaException when the address cannot be listened on
     */
    public QueryServer(QuerySettings settings) {
        // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.settings = settings;
        this.others = new QueryClient(settings.token());
        try {
            this.server = HttpServer.create(settings.address(), 0);
        } catch (IOException taken) {
            throw new KafkaException(
                    "journey.http.listen " + settings.listen().host() + ":"
                            + settings.listen().port() + " cannot be listened on: " + taken.getMessage(),
                    taken);
        }
        this.threads = Executors.newFixedThreadPool(THREADS, QueryServer::thread);
        server.createContext("/", new QueryHandler(journeys, new BearerToken(settings.token()), WHOLE_AT_ONCE));
        server.setExecutor(threads);
        server.start();
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "journey-queries");
        thread.setDaemon(true);
        return thread;
    }

    /** How others reach this instance; the value of Kafka's {@code application.server}. */
    public HostInfo advertised() {
        return settings.advertised()
                .orElseGet(() -> new HostInfo(
                        settings.listen().host(), server.getAddress().getPort()));
    }

    /** Address at which it is listening. */
    public URI uri() {
        return URI.create(
                "http://" + settings.listen().host() + ":" + server.getAddress().getPort());
    }

    /** Answers questions about a definition from now on. */
    public void add(JourneyRules rules, IdentityHash hash, KafkaStreams streams, ClockSource clock, Homes homes) {
        LocalStores stores = new LocalStores(streams, clock, homes, advertised());
        journeys.put(rules.definition().journey(), new Customers(rules, hash, stores, others, Clock.systemUTC()));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
