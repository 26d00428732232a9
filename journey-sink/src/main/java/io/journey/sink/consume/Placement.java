package io.journey.sink.consume;

import io.journey.sink.database.OffsetStore;
import io.journey.sink.database.StoredOffset;
import io.journey.sink.table.SinkTable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides where partitions go on: where the database says, if the topic still is the one that the database means.
 */
final class Placement {

    private static final Logger LOG = LoggerFactory.getLogger(Placement.class);

    private final Map<String, SinkTable> tables;
    private final TopicFacts topics;
    private final OffsetStore offsets;
    private final ChangedTopic onChangedTopic;

    Placement(Map<String, SinkTable> tables, TopicFacts topics, OffsetStore offsets, ChangedTopic onChangedTopic) {
        this.tables = tables;
        this.topics = topics;
        this.offsets = offsets;
        this.onChangedTopic = onChangedTopic;
    }

    /** What the broker has of a partition. */
    private record Range(Uuid topicId, long beginning, long end) {}

    /**
     * Places for the partitions; one whose topic is gone has none.
     *
     * @throws SQLException if the database does not answer
     * @throws org.apache.kafka.common.KafkaException if the broker does not
     */
    Map<TopicPartition, Place> find(Set<TopicPartition> partitions) throws SQLException {
        Map<TopicPartition, Range> ranges = ranges(partitions);
        Map<TopicPartition, StoredOffset> stored = offsets.load();
        if (onChangedTopic == ChangedTopic.RESET && reset(ranges, stored)) {
            stored = offsets.load();
        }
        if (!stored.keySet().containsAll(ranges.keySet())) {
            begin(ranges, stored);
            stored = offsets.load();
        }
        Map<TopicPartition, Place> places = new HashMap<>();
        for (Map.Entry<TopicPartition, Range> range : ranges.entrySet()) {
            TopicPartition partition = range.getKey();
            StoredOffset offset = Objects.requireNonNull(stored.get(partition), "offset of " + partition);
            String fault = fault(partition, range.getValue(), offset);
            places.put(
                    partition,
                    fault == null ? new Place.At(offset.topicId(), offset.next()) : new Place.Nowhere(fault));
        }
        return places;
    }

    private Map<TopicPartition, Range> ranges(Set<TopicPartition> partitions) {
        Map<String, TopicDescription> existing =
                topics.existing(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        Set<TopicPartition> present = partitions.stream()
                .filter(partition -> existing.containsKey(partition.topic()))
                .collect(Collectors.toSet());
        if (present.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, Long> ends = topics.ends(present);
        Map<TopicPartition, Range> ranges = new HashMap<>();
        topics.beginnings(present).forEach((partition, beginning) -> {
            TopicDescription topic = Objects.requireNonNull(existing.get(partition.topic()), partition.topic());
            ranges.put(partition, new Range(topic.topicId(), beginning, ends.getOrDefault(partition, beginning)));
        });
        return ranges;
    }

    private boolean reset(Map<TopicPartition, Range> ranges, Map<TopicPartition, StoredOffset> stored)
            throws SQLException {
        boolean any = false;
        for (Map.Entry<TopicPartition, Range> range : ranges.entrySet()) {
            TopicPartition partition = range.getKey();
            StoredOffset offset = stored.get(partition);
            String fault = offset == null ? null : fault(partition, range.getValue(), offset);
            if (offset != null && fault != null) {
                LOG.warn("{}; its table is emptied and read anew, as topic.changed=reset says", fault);
                offsets.reset(table(partition), partition.topic(), offset.topicId());
                any = true;
            }
        }
        return any;
    }

    private void begin(Map<TopicPartition, Range> ranges, Map<TopicPartition, StoredOffset> stored)
            throws SQLException {
        Map<TopicPartition, StoredOffset> beginnings = new HashMap<>();
        ranges.forEach((partition, range) -> {
            if (!stored.containsKey(partition)) {
                beginnings.put(partition, new StoredOffset(range.topicId(), range.beginning()));
            }
        });
        offsets.begin(beginnings);
    }

    private SinkTable table(TopicPartition partition) {
        return Objects.requireNonNull(tables.get(partition.topic()), partition.topic());
    }

    private static @Nullable String fault(TopicPartition partition, Range range, StoredOffset stored) {
        if (!range.topicId().equals(stored.topicId())) {
            return "topic " + partition.topic() + " was deleted and created again: the table holds rows of topic id "
                    + stored.topicId() + ", the broker has " + range.topicId();
        }
        if (stored.next() < range.beginning()) {
            return partition + " begins at offset " + range.beginning() + ", but the table has only what came before "
                    + stored.next() + ": the records between are gone";
        }
        if (stored.next() > range.end()) {
            return partition + " ends at offset " + range.end() + ", but the table has all that came before "
                    + stored.next() + ": the broker has lost records";
        }
        return null;
    }
}
