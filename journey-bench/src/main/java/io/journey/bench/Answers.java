package io.journey.bench;

import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.streams.table.TopicTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** What two runs published, row by row: a peer that computes something else is no peer. */
final class Answers {

    private Answers() {}

    /**
     * Compares the results of two runs.
     *
     * @throws IllegalStateException if a row of one is not in the other
     */
    static void requireSame(Surroundings one, Surroundings other) {
        for (JourneyTopic topic : JourneyTopic.RESULTS) {
            Map<SpecificRecord, SpecificRecord> ours = rows(one, topic);
            Map<SpecificRecord, SpecificRecord> theirs = rows(other, topic);
            if (!ours.equals(theirs)) {
                throw new IllegalStateException(topic.noun() + ": " + ours.size() + " rows and the peer's "
                        + theirs.size() + ", for example " + difference(ours, theirs));
            }
            System.err.printf("%s: %,d rows, the peer's are the same%n", topic.noun(), ours.size());
        }
    }

    private static Map<SpecificRecord, SpecificRecord> rows(Surroundings surroundings, JourneyTopic topic) {
        Map<String, Object> clients = new HashMap<>(surroundings.clients());
        SpecificAvroDeserializer<SpecificRecord> keys = new SpecificAvroDeserializer<>();
        keys.configure(clients, true);
        SpecificAvroDeserializer<SpecificRecord> values = new SpecificAvroDeserializer<>();
        values.configure(clients, false);
        try (TopicTable<SpecificRecord, SpecificRecord> table =
                new TopicTable<>(clients, topic.named(surroundings.topicPrefix()), keys, values)) {
            return new HashMap<>(table.refresh());
        }
    }

    private static String difference(
            Map<SpecificRecord, SpecificRecord> ours, Map<SpecificRecord, SpecificRecord> theirs) {
        Set<SpecificRecord> keys = new HashSet<>(ours.keySet());
        keys.addAll(theirs.keySet());
        return keys.stream()
                .filter(key -> !Objects.equals(ours.get(key), theirs.get(key)))
                .findFirst()
                .map(key -> key + ": " + ours.get(key) + " and " + theirs.get(key))
                .orElse("none");
    }
}
