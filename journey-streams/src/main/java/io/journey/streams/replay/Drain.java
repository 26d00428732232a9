package io.journey.streams.replay;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells whether a group has processed all records of some topics.
 *
 * <p>Offsets alone cannot say it: markers of transactions take offsets too, and a group that has processed every record
 * may for ever be committed just below them. So what lies above the committed offset is read.
 */
public final class Drain {

    private static final long FAR_BEHIND = 1_000;

    private final Admin admin;
    private final Consumer<byte[], byte[]> reader;

    /**
     * @param reader as {@link #reader} makes it
     */
    public Drain(Admin admin, Consumer<byte[], byte[]> reader) {
        this.admin = admin;
        this.reader = reader;
    }

    /**
     * A reader of committed records, assigned to nothing; the caller closes it.
     *
     * @param clients settings of clients, Kafka's names
     */
    public static KafkaConsumer<byte[], byte[]> reader(Map<String, ?> clients) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The partitions of a topic. */
    public List<TopicPartition> partitions(String topic) {
        return reader.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    boolean isDrained(String group, Collection<TopicPartition> partitions) {
        return behind(group, partitions) == 0;
    }

    /** Offsets that a group still has to process; an upper bound on records, and 0 only when there is none. */
    public long behind(String group, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed = committed(group);
        Map<TopicPartition, Long> begins = reader.beginningOffsets(partitions);
        // Asked after the committed offsets: whatever a transaction that committed them wrote lies below the high
        // watermark by now, but may not be readable yet, because its markers are set one partition after the other.
        Map<TopicPartition, Long> written = highWatermarks(partitions);
        Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
        long behind = 0;
        for (TopicPartition partition : partitions) {
            if (offset(ends, partition) < offset(written, partition)) {
                behind += offset(written, partition) - offset(ends, partition);
                continue;
            }
            OffsetAndMetadata offset = committed.get(partition);
            long from = Math.max(offset(begins, partition), offset == null ? 0 : offset.offset());
            long gap = offset(ends, partition) - from;
            boolean onlyMarkers = gap > 0
                    && gap <= FAR_BEHIND
                    && lastRecord(partition, from, from + gap).isEmpty();
            behind += gap <= 0 || onlyMarkers ? 0 : gap;
        }
        return behind;
    }

    /** Offset of the last record of a partition. */
    OptionalLong lastRecord(TopicPartition partition) {
        long begin = offset(reader.beginningOffsets(List.of(partition)), partition);
        long end = offset(reader.endOffsets(List.of(partition)), partition);
        for (long back = 1; ; back *= 8) {
            long from = Math.max(begin, end - back);
            OptionalLong last = lastRecord(partition, from, end);
            if (last.isPresent() || from == begin) {
                return last;
            }
        }
    }

    private OptionalLong lastRecord(TopicPartition partition, long from, long end) {
        reader.assign(List.of(partition));
        reader.seek(partition, from);
        OptionalLong last = OptionalLong.empty();
        while (reader.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(100))) {
                last = OptionalLong.of(record.offset());
            }
        }
        return last;
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition), partition::toString);
    }

    private Map<TopicPartition, Long> highWatermarks(Collection<TopicPartition> partitions) {
        try {
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .all()
                    .get()
                    .forEach((partition, end) -> ends.put(partition, end.offset()));
            return ends;
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the ends of " + partitions, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the offsets of " + group, e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
