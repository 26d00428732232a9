package io.journey.bench.flink;

import io.journey.bench.Surroundings;
import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the last event of every partition, which is the latest where a partition is in order. */
final class LastEvents {

    private LastEvents() {}

    /** Greatest event time in the touchpoints topic, milliseconds since the epoch. */
    static long greatestTime(Surroundings surroundings) {
        Map<String, Object> clients = new HashMap<>(surroundings.clients());
        SpecificAvroDeserializer<Touchpoint> values = new SpecificAvroDeserializer<>();
        values.configure(clients, false);
        long greatest = Long.MIN_VALUE;
        try (KafkaConsumer<byte[], Touchpoint> consumer =
                new KafkaConsumer<>(clients, new ByteArrayDeserializer(), values)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix())).stream()
                            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                            .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - 1)));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], Touchpoint> last : consumer.poll(Duration.ofSeconds(1))) {
                    greatest = Math.max(greatest, last.value().getOccurredAt().toEpochMilli());
                }
            }
        }
        return greatest;
    }
}
