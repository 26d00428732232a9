package io.journey.local.definition;

import io.journey.streams.replay.Drain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** What the brokers know of streams applications: whether they run, and how far they have read. */
final class Applications {

    private final Map<String, ?> clients;
    private final Admin admin;
    private final String input;

    /**
     * @param clients settings of clients, Kafka's names
     * @param input topic that they read
     */
    Applications(Map<String, ?> clients, Admin admin, String input) {
        this.clients = clients;
        this.admin = admin;
        this.input = input;
    }

    /** Whether its group has members. */
    boolean isRunning(String application) {
        return get(() -> admin.listGroups().all().get()).stream()
                .filter(group -> group.groupId().equals(application))
                .anyMatch(group -> group.groupState()
                        .map(state -> state != GroupState.EMPTY && state != GroupState.DEAD)
                        .orElse(false));
    }

    /** How many input offsets one has processed and the other has not; 0 when the other has read everything there is. */
    long missing(String application, String inUse) {
        if (unread(application) == 0) {
            return 0;
        }
        Map<TopicPartition, Long> read = committed(application);
        return committed(inUse).entrySet().stream()
                .mapToLong(row -> Math.max(0, row.getValue() - read.getOrDefault(row.getKey(), 0L)))
                .sum();
    }

    private long unread(String application) {
        try (var reader = Drain.reader(clients)) {
            Drain drain = new Drain(admin, reader);
            List<TopicPartition> partitions = drain.partitions(input);
            return drain.behind(application, partitions);
        }
    }

    private Map<TopicPartition, Long> committed(String application) {
        Map<TopicPartition, OffsetAndMetadata> all = get(() -> admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get());
        Map<TopicPartition, Long> committed = new HashMap<>();
        all.forEach((partition, offset) -> {
            if (offset != null && partition.topic().equals(input)) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private interface Asking<T> {
        T ask() throws ExecutionException, InterruptedException;
    }

    private static <T> T get(Asking<T> question) {
        try {
            return question.ask();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
