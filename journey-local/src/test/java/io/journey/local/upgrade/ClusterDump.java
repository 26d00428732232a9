package io.journey.local.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a cluster holds, as bytes: topics, their records, and how far groups have read them. A file of JSON lines, packed;
 * offsets are counted in records of the file, because the markers of transactions do not come along.
 */
record ClusterDump(List<Topic> topics, List<ProducerRecord<byte[], byte[]>> records, List<Committed> committed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A topic.
     *
     * @param settings those that are not the brokers' own
     */
    record Topic(String name, int partitions, Map<String, String> settings) {}

    /**
     * How far a group has read a partition.
     *
     * @param next records before the next one to be read
     * @param metadata what Kafka Streams keeps beside an offset
     */
    record Committed(String group, TopicPartition partition, long next, String metadata) {}

    /** The first byte of what is stored of customers. */
    int layout() {
        return records.stream()
                .filter(record -> record.topic().endsWith("-customers-changelog"))
                .findFirst()
                .orElseThrow()
                .value()[0];
    }

    List<ProducerRecord<byte[], byte[]>> recordsOf(String topic) {
        return records.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    /** Records that a group has not read yet, where it has read anything. */
    long unread(String topic) {
        return recordsOf(topic).size()
                - committed.stream()
                        .filter(each -> each.partition().topic().equals(topic))
                        .mapToLong(Committed::next)
                        .sum();
    }

    /** The same with other values in the topics whose names end so. */
    ClusterDump withValues(String topicsEnd, UnaryOperator<byte[]> change) {
        List<ProducerRecord<byte[], byte[]>> changed = records.stream()
                .map(record -> record.topic().endsWith(topicsEnd) && record.value() != null
                        ? new ProducerRecord<>(
                                record.topic(),
                                record.partition(),
                                record.timestamp(),
                                record.key(),
                                change.apply(record.value().clone()))
                        : record)
                .toList();
        return new ClusterDump(topics, changed, committed);
    }

    void write(Path file) throws IOException {
        try (Writer lines =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (Topic topic : topics) {
                ObjectNode line = JSON.createObjectNode()
                        .put("topic", topic.name())
                        .put("partitions", topic.partitions())
                        .set("settings", JSON.valueToTree(new TreeMap<>(topic.settings())));
                lines.write(line + "\n");
            }
            for (ProducerRecord<byte[], byte[]> record : records) {
                ObjectNode line = JSON.createObjectNode()
                        .put("in", record.topic())
                        .put("partition", record.partition())
                        .put("timestamp", record.timestamp())
                        .put("key", record.key())
                        .put("value", record.value());
                lines.write(line + "\n");
            }
            for (Committed each : committed) {
                ObjectNode line = JSON.createObjectNode()
                        .put("group", each.group())
                        .put("in", each.partition().topic())
                        .put("partition", each.partition().partition())
                        .put("next", each.next())
                        .put("metadata", each.metadata());
                lines.write(line + "\n");
            }
        }
    }

    static ClusterDump read(Path file) throws IOException {
        ClusterDump dump = new ClusterDump(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                dump.add(JSON.readTree(line));
            }
        }
        return dump;
    }

    private void add(JsonNode line) throws IOException {
        if (line.has("topic")) {
            Map<String, String> settings = new TreeMap<>();
            line.path("settings")
                    .properties()
                    .forEach(each -> settings.put(each.getKey(), each.getValue().asText()));
            topics.add(new Topic(
                    line.path("topic").asText(), line.path("partitions").asInt(), settings));
        } else if (line.has("group")) {
            committed.add(new Committed(
                    line.path("group").asText(),
                    new TopicPartition(
                            line.path("in").asText(), line.path("partition").asInt()),
                    line.path("next").asLong(),
                    line.path("metadata").asText()));
        } else {
            records.add(new ProducerRecord<>(
                    line.path("in").asText(),
                    line.path("partition").asInt(),
                    line.path("timestamp").asLong(),
                    bytes(line.path("key")),
                    bytes(line.path("value"))));
        }
    }

    private static byte @Nullable [] bytes(JsonNode value) throws IOException {
        return value.isNull() ? null : value.binaryValue();
    }
}
