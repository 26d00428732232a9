package io.journey.sink.http;

import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import io.journey.sink.database.OffsetStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the clients that the tables have changed, at most once a second however fast they do.
 *
 * <p>Looks at the database and not at the writer, so that pages of one sink also hear of what another one wrote, and
 * slow readers are nowhere near the consumer.
 */
final class EventStream implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int TICKS_TO_COMMENT = 15;

    private final OffsetStore offsets;
    private final int limit;
    private final Set<EventClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(named("events-clock"));
    // A thread only while a client is being written to; their number is bounded by that of the clients.
    private final ExecutorService senders = Executors.newCachedThreadPool(named("events-sender"));

    private long lastVersion = -1;
    private int ticks;

    EventStream(OffsetStore offsets, int limit) {
        this.offsets = offsets;
        this.limit = limit;
    }

    private static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, "journey-sink-" + name);
            thread.setDaemon(true);
            return thread;
        };
    }

    void start() {
        var unused = clock.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    int clients() {
        return clients.size();
    }

    /** Before the stream opens: turns clients away when there are too many. */
    void admit(Context context) {
        if (clients.size() >= limit) {
            context.header("Retry-After", "10");
            AnswerWriter.error(
                    context, ErrorBody.of(503, "all " + limit + " streams are taken; fetch without one, or later"));
            context.skipRemainingHandlers();
        }
    }

    void open(SseClient sse) {
        EventClient client = new EventClient(sse, senders);
        sse.keepAlive();
        sse.onClose(() -> clients.remove(client));
        clients.add(client);
        // What it missed while it was not connected.
        senders.execute(() -> currentVersion(client));
    }

    private void currentVersion(EventClient client) {
        try {
            client.offer(new Notice.Version(offsets.version().number()));
        } catch (SQLException failure) {
            LOG.debug("no version for a new client while the database is away", failure);
        }
    }

    private void tick() {
        ticks++;
        if (clients.isEmpty()) {
            return;
        }
        try {
            long version = offsets.version().number();
            if (version != lastVersion) {
                lastVersion = version;
                clients.forEach(client -> client.offer(new Notice.Version(version)));
            }
        } catch (SQLException failure) {
            // Health reports it; the next tick asks again.
            LOG.debug("no version while the database is away", failure);
        }
        if (ticks % TICKS_TO_COMMENT == 0) {
            clients.forEach(client -> client.offer(new Notice.Comment()));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        clients.forEach(EventClient::close);
        senders.shutdownNow();
    }
}
