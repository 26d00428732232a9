package io.journey.streams;

import static java.util.stream.Collectors.toMap;

import io.journey.core.definition.Definition;
import io.journey.streams.config.StreamsSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topics through which the identities of each definition send each other messages.
 *
 * <p>They are read by the tasks that write them, and Kafka Streams cannot make a repartition topic of such a one. So they
 * are created here, kept without limit of time, and emptied up to what has been processed, as Kafka Streams does with its
 * own.
 */
final class LadderTopics implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LadderTopics.class);
    private static final int PURGE_SECONDS = 30;
    private static final Map<String, String> KEPT_UNTIL_PROCESSED = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            "8388608");

    private final StreamsSettings settings;
    private final List<Definition> definitions;
    private final ScheduledExecutorService purging =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "purge-ladder"));

    LadderTopics(StreamsSettings settings, List<Definition> definitions) {
        this.settings = settings;
        this.definitions = definitions;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Creates those that are missing. */
    void provide(int partitions, short replication) {
        List<NewTopic> topics = definitions.stream()
                .map(definition -> new NewTopic(settings.ladderTopic(definition), partitions, replication)
                        .configs(KEPT_UNTIL_PROCESSED))
                .toList();
        try (Admin admin = Admin.create(settings.clients())) {
            for (var created : admin.createTopics(topics).values().values()) {
                try {
                    created.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new KafkaException("cannot create the ladder topics", e.getCause());
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    void purgeFromTimeToTime() {
        var unused = purging.scheduleWithFixedDelay(this::purge, PURGE_SECONDS, PURGE_SECONDS, TimeUnit.SECONDS);
    }

    private void purge() {
        try (Admin admin = Admin.create(settings.clients())) {
            for (Definition definition : definitions) {
                String topic = settings.ladderTopic(definition);
                var processed = admin.listConsumerGroupOffsets(settings.applicationId(definition))
                        .partitionsToOffsetAndMetadata()
                        .get();
                admin.deleteRecords(processed.entrySet().stream()
                                .filter(row -> row.getKey().topic().equals(topic) && row.getValue() != null)
                                .collect(toMap(
                                        Map.Entry::getKey,
                                        row -> RecordsToDelete.beforeOffset(
                                                row.getValue().offset()))))
                        .all()
                        .get();
            }
        } catch (ExecutionException | KafkaException e) {
            // It costs disk space only, and the next time comes soon.
            LOG.warn("The ladder topics could not be emptied; the brokers must allow this application to delete", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        purging.shutdownNow();
    }
}
