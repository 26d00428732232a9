package io.journey.events.topic;

import io.journey.events.registry.PublishedSchema;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A subject of the registry and the schema that this release writes under it.
 *
 * @param name topic and role: {@code journey.touchpoints.v1-value}
 * @param schema as it is registered
 */
public record Subject(String name, Schema schema) {

    /** All subjects of an installation, in the catalogue's order, the key's before the value's. */
    public static List<Subject> of(TopicLayout layout) {
        return Arrays.stream(JourneyTopic.values())
                .flatMap(topic -> Stream.of(
                        of(layout.name(topic) + "-key", topic.keyType()),
                        of(layout.name(topic) + "-value", topic.valueType())))
                .toList();
    }

    private static Subject of(String name, Class<? extends SpecificRecord> type) {
        return new Subject(name, PublishedSchema.of(SpecificData.get().getSchema(type)));
    }
}
