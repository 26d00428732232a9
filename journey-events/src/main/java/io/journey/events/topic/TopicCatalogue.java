package io.journey.events.topic;

import io.journey.events.registry.PublishedSchema;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Prints the page that describes each topic, from the enum and the Avro schemas. */
public final class TopicCatalogue {

    private TopicCatalogue() {}

    /** The page docs/topics.md. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Topics

                <!-- Printed from JourneyTopic and schemas/; ./mvnw test -pl journey-events -Dregenerate=true rewrites it. -->

                Every topic is keyed and typed. Names begin with the installation's prefix, here `journey`. Keys and values
                are Avro in the schema registry's wire format, under the subjects `<topic>-key` and `<topic>-value`. A reader
                of a compacted topic that keeps the last value of each key, honours tombstones and reads
                `read_committed` holds the exact answer for the events read so far.

                `journey topics plan` holds a cluster against this page and `journey topics apply` creates and sets what differs;
                `journey schemas` does the same at the registry. Neither changes a number of partitions or takes anything away.
                [acls.md](acls.md) says who needs which rights.

                | topic | key | value | kept | partitions |
                |---|---|---|---|---|
                """);
        for (JourneyTopic topic : JourneyTopic.values()) {
            String name = topic.named(JourneyTopic.DEFAULT_PREFIX);
            page.append("| [`%s`](#%s) | %s | %s | %s | %s |\n"
                    .formatted(
                            name,
                            name.replace(".", ""),
                            topic.keyType().getSimpleName(),
                            topic.valueType().getSimpleName(),
                            topic.cleanupPolicy(),
                            partitions(topic)));
        }
        for (JourneyTopic topic : JourneyTopic.values()) {
            appendTopic(page, topic);
        }
        return page.toString();
    }

    private static void appendTopic(StringBuilder page, JourneyTopic topic) {
        page.append("\n## %s\n\n%s\n\nCreated with %s; partitions: %s.\n"
                .formatted(
                        topic.named(JourneyTopic.DEFAULT_PREFIX),
                        topic.meaning(),
                        settings(topic.config()),
                        partitions(topic)));
        appendRecord(page, "Key", topic.keyType());
        appendRecord(page, "Value", topic.valueType());
    }

    private static void appendRecord(StringBuilder page, String role, Class<? extends SpecificRecord> type) {
        Schema schema = PublishedSchema.of(SpecificData.get().getSchema(type));
        page.append("\n%s `%s`: %s\n\n| field | type | meaning |\n|---|---|---|\n"
                .formatted(role, schema.getFullName(), schema.getDoc()));
        for (Schema.Field field : schema.getFields()) {
            page.append("| `%s` | %s | %s |\n".formatted(field.name(), type(field.schema()), field.doc()));
        }
    }

    private static String settings(Map<String, String> config) {
        return new TreeMap<>(config)
                .entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
                        .collect(Collectors.joining(", "));
    }

    private static String partitions(JourneyTopic topic) {
        return switch (topic.partitions()) {
            case ONE -> "1";
            case CONFIGURED -> "as configured";
        };
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical instanceof LogicalTypes.Decimal decimal) {
            return "decimal(%d, %d)".formatted(decimal.getPrecision(), decimal.getScale());
        }
        if (logical != null) {
            return logical.getName();
        }
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().map(TopicCatalogue::type).collect(Collectors.joining(" or "));
            case MAP -> "map of " + type(schema.getValueType());
            default -> schema.getType().getName();
        };
    }
}
