package io.journey.sink.consume;

import io.journey.sink.database.OffsetStore;
import io.journey.sink.database.StoredOffset;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** Tells when all that the topics held at one moment is decided and has arrived in the tables, whoever writes them. */
final class Landing {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final List<String> topics;
    private final TopicFacts facts;
    private final OffsetStore offsets;

    Landing(List<String> topics, TopicFacts facts, OffsetStore offsets) {
        this.topics = topics;
        this.facts = facts;
        this.offsets = offsets;
    }

    boolean await(Duration patience) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        // Not the ends of committed records: a transaction's markers are written after its commit has been confirmed.
        Map<TopicPartition, Long> ends = facts.ends(partitions());
        while (!reached(ends)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
        }
        return true;
    }

    private Set<TopicPartition> partitions() {
        Collection<TopicDescription> existing = facts.existing(topics).values();
        return existing.stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private boolean reached(Map<TopicPartition, Long> ends) throws SQLException {
        Map<TopicPartition, StoredOffset> stored = offsets.load();
        return ends.entrySet().stream().allMatch(end -> {
            StoredOffset offset = stored.get(end.getKey());
            return end.getValue() == 0 || (offset != null && offset.next() >= end.getValue());
        });
    }
}
