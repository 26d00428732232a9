package io.journey.sink.consume;

import io.journey.service.health.Health;
import io.journey.sink.database.BatchWriter;
import io.journey.sink.database.Database;
import io.journey.sink.database.OffsetStore;
import io.journey.sink.table.SinkTable;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Keeps the tables up to date with the topics from its start to its end.
 *
 * <p>A crash or a second reader never makes anything count twice: rows and offsets get in together, and the database
 * alone says where reading goes on.
 */
public final class TopicReader implements AutoCloseable {

    private final Admin admin;
    private final Consumer<byte[], byte[]> consumer;
    private final SinkState state = new SinkState();
    private final LagBook lags = new LagBook();
    private final Landing landing;
    private final SinkLoop loop;
    private final Thread thread;
    private final ConsumeSettings settings;

    public TopicReader(ConsumeSettings settings, Database database, SinkListener listener) {
        this.settings = settings;
        KafkaClients clients = new KafkaClients(settings);
        RecordDecoder decoder =
                new RecordDecoder(settings.tables(), clients.keyDeserializer(), clients.valueDeserializer());
        this.admin = clients.admin();
        this.consumer = clients.consumer();
        OffsetStore offsets = new OffsetStore(database);
        TopicFacts topics = new TopicFacts(admin);
        Assignment assignment = new Assignment(consumer);
        Trouble trouble = new Trouble(assignment, state);
        List<String> names = settings.tables().keySet().stream().sorted().toList();
        this.landing = new Landing(names, topics, offsets);
        this.loop = new SinkLoop(
                names,
                consumer,
                decoder,
                assignment,
                new PlaceStep(
                        assignment,
                        new Placement(settings.tables(), topics, offsets, settings.onChangedTopic()),
                        trouble),
                new WriteStep(settings, consumer, assignment, new BatchWriter(database), offsets, trouble, listener),
                trouble,
                new TopicWatch(topics),
                lags,
                state);
        this.thread = new Thread(loop, "journey-sink");
    }

    public void start() {
        thread.start();
    }

    /** What the reader says about its state. */
    public Health health() {
        return state;
    }

    public boolean databaseUp() {
        return state.databaseUp();
    }

    /** Partitions that are read no more until somebody acts. */
    public int stoppedPartitions() {
        return state.stoppedPartitions();
    }

    /** How far a table is behind, as far as this sink reads it. */
    public Lag lag(SinkTable table) {
        return lags.of(table.topic().named(settings.topicPrefix()));
    }

    /** The consumer's own meters; the caller closes them. */
    public KafkaClientMetrics clientMetrics() {
        return new KafkaClientMetrics(consumer);
    }

    /**
     * Waits until all that the topics held when this was called is in the tables, transactions that
     * were open included: until they are committed or aborted.
     *
     * @return whether it got there in time
     * @throws SQLException if the database cannot be asked
     */
    public boolean awaitLanded(Duration patience) throws SQLException, InterruptedException {
        return landing.await(patience);
    }

    /** Finishes the batch in hand and leaves the group. */
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
        } else {
            loop.stop();
            joinThread();
        }
        admin.close();
    }

    private void joinThread() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
