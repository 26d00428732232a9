package io.journey.bench.flink;

import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Encodes rows for the topic that their key says. */
final class Rows {

    private final String prefix;
    private final SpecificAvroSerializer<SpecificRecord> keys = new SpecificAvroSerializer<>();
    private final SpecificAvroSerializer<SpecificRecord> values = new SpecificAvroSerializer<>();
    private final Map<Class<?>, String> topics;

    Rows(Settings settings) {
        this.prefix = settings.topicPrefix();
        keys.configure(settings.surroundings().clients(), true);
        values.configure(settings.surroundings().clients(), false);
        this.topics = Arrays.stream(JourneyTopic.values())
                .collect(Collectors.toMap(JourneyTopic::keyType, topic -> topic.named(prefix)));
    }

    Published encoded(SpecificRecord key, @Nullable SpecificRecord value) {
        String topic = Objects.requireNonNull(topics.get(key.getClass()), "no topic has such keys");
        byte[] encodedKey = Objects.requireNonNull(keys.serialize(topic, key));
        return new Published(topic, encodedKey, values.serialize(topic, value));
    }
}
