package io.journey.sink.consume;

import io.journey.sink.table.SinkTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is read, and how much of it at once.
 *
 * @param kafka settings of the Kafka clients and of the deserializers, under Kafka's own names
 * @param topicPrefix start of every topic's name
 * @param batchMaxRecords records after which a batch is written
 * @param flushInterval longest wait of a record for its batch
 */
public record ConsumeSettings(
        Map<String, String> kafka,
        String topicPrefix,
        String groupId,
        int batchMaxRecords,
        Duration flushInterval,
        ChangedTopic onChangedTopic) {

    /** The tables by the names of their topics. */
    public Map<String, SinkTable> tables() {
        return Arrays.stream(SinkTable.values())
                .collect(Collectors.toMap(table -> table.topic().named(topicPrefix), Function.identity()));
    }
}
