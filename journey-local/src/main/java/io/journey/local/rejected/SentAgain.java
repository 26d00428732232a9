package io.journey.local.rejected;

import io.journey.events.topic.JourneyTopic;
import io.journey.local.house.Cluster;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Which records were sent again before: the touchpoint topic itself says it, in a header. So there is no second memory
 * that could differ from what was stored, and a replay that was cut off goes on where it stopped.
 */
final class SentAgain {

    private SentAgain() {}

    /**
     * The roots of all records that were sent again.
     *
     * @param since arrival of the first record in question; what was sent again came later
     */
    static Set<String> since(Instant since, Cluster cluster, String prefix) {
        Set<String> roots = new HashSet<>();
        new CommittedRecords<>(
                        cluster,
                        JourneyTopic.TOUCHPOINTS.named(prefix),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .from(
                        (consumer, ends) -> seek(since, consumer, ends),
                        record -> RejectedRow.replayedFrom(record.headers()).ifPresent(roots::add));
        return roots;
    }

    private static void seek(Instant since, KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> wanted = new HashMap<>();
        ends.keySet().forEach(partition -> wanted.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
        ends.forEach((partition, end) -> {
            OffsetAndTimestamp first = found.get(partition);
            consumer.seek(partition, first == null ? end : first.offset());
        });
    }
}
