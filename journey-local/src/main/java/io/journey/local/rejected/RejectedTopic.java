package io.journey.local.rejected;

import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.local.house.Cluster;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The rejected topic, read from its beginning to what is committed now. Read twice, so that of rows that were written
 * again only the last counts and yet not all bytes are held in memory.
 */
final class RejectedTopic {

    private final Cluster cluster;
    private final String topic;

    RejectedTopic(Cluster cluster, String prefix) {
        this.cluster = cluster;
        this.topic = JourneyTopic.REJECTED.named(prefix);
    }

    /** Tells every current row that is chosen, partition by partition. */
    void read(Predicate<RejectedRow> chosen, Consumer<RejectedRow> listener) {
        Map<RejectedKey, Place> last = new HashMap<>();
        scan(record -> {
            Rejected value = record.value();
            if (value != null && chosen.test(new RejectedRow(record.key(), value, record.headers()))) {
                last.put(record.key(), Place.of(record));
            } else {
                last.remove(record.key());
            }
        });
        Set<Place> current = new HashSet<>(last.values());
        if (current.isEmpty()) {
            return;
        }
        scan(record -> {
            Rejected value = record.value();
            if (value != null && current.contains(Place.of(record))) {
                listener.accept(new RejectedRow(record.key(), value, record.headers()));
            }
        });
    }

    private void scan(Consumer<ConsumerRecord<RejectedKey, Rejected>> listener) {
        new CommittedRecords<>(cluster, topic, this.<RejectedKey>deserializer(true), this.<Rejected>deserializer(false))
                .fromTheBeginning(listener);
    }

    private <T extends SpecificRecord> Deserializer<T> deserializer(boolean isKey) {
        SpecificAvroDeserializer<T> deserializer = new SpecificAvroDeserializer<>();
        deserializer.configure(cluster.clients(), isKey);
        return deserializer;
    }

    private record Place(int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.partition(), record.offset());
        }
    }
}
