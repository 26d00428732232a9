package io.journey.sink;

import io.journey.service.health.Health;
import io.journey.sink.consume.Lag;
import io.journey.sink.consume.TopicReader;
import io.journey.sink.database.Database;
import io.journey.sink.http.HttpServer;
import io.journey.sink.metric.SinkMetrics;
import io.journey.sink.table.SinkTable;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sink: keeps a database up to date with the published topics and serves it over HTTP, the page included.
 *
 * <p>Closing it finishes the transaction in hand. Killing it is safe as well: the next start goes on where the database
 * says.
 */
public final class SinkApplication implements AutoCloseable {

    private final SinkSettings settings;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private @Nullable TopicReader reader;
    private @Nullable HttpServer server;

    public SinkApplication(SinkSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens the database, begins to read and to listen.
     *
     * @throws io.journey.sink.database.DatabaseUnavailableException if the database cannot be used; one line says why
     * @throws io.journey.sink.http.AddressTakenException if the port is taken
     */
    public void start() {
        if (!started.isEmpty()) {
            throw new IllegalStateException("the sink has been started already");
        }
        try {
            Database database = opened(Database.open(settings.database()));
            SinkMetrics metrics = opened(new SinkMetrics());
            TopicReader topics = opened(new TopicReader(settings.consume(), database, metrics));
            HttpServer http = opened(
                    new HttpServer(settings.http(), database, topics.health(), metrics::scrape, settings.info()));
            metrics.watch(topics);
            metrics.watchClients(http::eventClients);
            http.start();
            topics.start();
            reader = topics;
            server = http;
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    /** Address of the page, with the port that was found. */
    public URI pageUri() {
        if (server == null) {
            throw notStarted();
        }
        return server.uri();
    }

    /** How the sink is. */
    public Health health() {
        return running().health();
    }

    /** How far a table is behind its topic. */
    public Lag lag(SinkTable table) {
        return running().lag(table);
    }

    /**
     * Waits until all that the topics held when this was called can be read from the
     * database, transactions that were open included: until they are committed or aborted.
     *
     * @return whether it got there in time
     * @throws SQLException if the database cannot be asked
     */
    public boolean awaitLanded(Duration patience) throws SQLException, InterruptedException {
        return running().awaitLanded(patience);
    }

    private TopicReader running() {
        if (reader == null) {
            throw notStarted();
        }
        return reader;
    }

    private static IllegalStateException notStarted() {
        return new IllegalStateException("the sink has not been started");
    }

    /** Stops listening, finishes the transaction in hand, leaves the group and closes the database. */
    @Override
    public void close() {
        List<Exception> failures = new ArrayList<>();
        while (!started.isEmpty()) {
            closePart(started.pop(), failures);
        }
        if (!failures.isEmpty()) {
            IllegalStateException unclean = new IllegalStateException("the sink did not close cleanly");
            failures.forEach(unclean::addSuppressed);
            throw unclean;
        }
    }

    // One part that does not close must not keep the others open.
    private static void closePart(AutoCloseable part, List<Exception> failures) {
        try {
            part.close();
        } catch (Exception failure) {
            failures.add(failure);
        }
    }
}
