package io.journey.streams.query;

import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.IdentityHash;
import io.journey.service.access.Credential;
import io.journey.streams.http.Listener;
import io.journey.streams.ladder.Homes;
import io.journey.streams.stitch.ClockSource;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Listener listener;
    private final QueryClient others;
    private final Map<String, Customers> journeys = new ConcurrentHashMap<>();

    /**
     * @throws org.apache.kafka.common.KafkaException when the address cannot be listened on
     */
    public QueryServer(QuerySettings settings) {
        this.settings = settings;
        this.others = new QueryClient(settings.token(), settings.trusted());
        this.listener = new Listener(
                "journey.http.listen", settings.listen(), settings.certificate(), THREADS, "journey-queries");
        listener.answer("/", new QueryHandler(journeys, Credential.bearer(settings.token()), WHOLE_AT_ONCE));
        listener.start();
    }

    /** How others reach this instance; the value of Kafka's {@code application.server}. */
    public HostInfo advertised() {
        return settings.advertised()
                .orElseGet(() -> new HostInfo(settings.listen().host(), listener.port()));
    }

    /** Address at which it is listening. */
    public URI uri() {
        return listener.uri();
    }

    /** Answers questions about a definition from now on. */
    public void add(JourneyRules rules, IdentityHash hash, KafkaStreams streams, ClockSource clock, Homes homes) {
        LocalStores stores = new LocalStores(streams, clock, homes, advertised());
        journeys.put(
                rules.definition().journey(),
                new Customers(rules, hash, stores, others, settings::address, Clock.systemUTC()));
    }

    @Override
    public void close() {
        listener.close();
    }
}
