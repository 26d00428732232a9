package io.journey.local.upgrade;

import io.journey.local.identity.Patience;
import io.journey.local.upgrade.ClusterDump.Committed;
import io.journey.local.upgrade.ClusterDump.Topic;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Takes a dump of a cluster at which nobody works, and puts one into a fresh cluster. */
final class DumpedCluster {

    private final Map<String, Object> clients;

    DumpedCluster(String bootstrapServers) {
        this.clients = Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    /** All of it but for the brokers' own topics; of compacted topics, what compaction leaves. */
    ClusterDump take() throws Exception {
        try (Admin admin = Admin.create(clients);
                var committed = consumer("read_committed");
                var all = consumer("read_uncommitted")) {
            List<Topic> topics = topics(admin);
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> read = new LinkedHashMap<>();
            for (Topic topic : topics) {
                List<TopicPartition> partitions = partitions(topic);
                Patience.until(
                        "the markers of the last transaction in " + topic.name(),
                        () -> committed.endOffsets(partitions).equals(all.endOffsets(partitions)));
                partitions.forEach(partition -> read.put(partition, records(committed, partition)));
            }
            List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
            for (Topic topic : topics) {
                for (TopicPartition partition : partitions(topic)) {
                    kept(topic, read.getOrDefault(partition, List.of()))
                            .forEach(record -> records.add(new ProducerRecord<>(
                                    record.topic(),
                                    record.partition(),
                                    record.timestamp(),
                                    record.key(),
                                    record.value())));
                }
            }
            return new ClusterDump(topics, records, committed(admin, read));
        }
    }

    private static List<Topic> topics(Admin admin) throws Exception {
        Map<String, TopicDescription> found =
                new TreeMap<>(admin.describeTopics(admin.listTopics().names().get())
                        .allTopicNames()
                        .get());
        List<Topic> topics = new ArrayList<>();
        for (TopicDescription topic : found.values()) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
            Config config = admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .values()
                    .iterator()
                    .next();
            Map<String, String> settings = new TreeMap<>();
            config.entries().stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .forEach(entry -> settings.put(entry.name(), entry.value()));
            topics.add(new Topic(topic.name(), topic.partitions().size(), settings));
        }
        return topics;
    }

    private static List<TopicPartition> partitions(Topic topic) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            partitions.add(new TopicPartition(topic.name(), partition));
        }
        return partitions;
    }

    private KafkaConsumer<byte[], byte[]> consumer(String isolation) {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(
            KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
        }
        return records;
    }

    private static Collection<ConsumerRecord<byte[], byte[]>> kept(
            Topic topic, List<ConsumerRecord<byte[], byte[]>> records) {
        if (!TopicConfig.CLEANUP_POLICY_COMPACT.equals(topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG))) {
            return records;
        }
        Map<ByteBuffer, ConsumerRecord<byte[], byte[]>> last = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            ByteBuffer key = ByteBuffer.wrap(record.key());
            last.remove(key);
            if (record.value() != null) {
                last.put(key, record);
            }
        }
        return last.values();
    }

    private static List<Committed> committed(
            Admin admin, Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> read) throws Exception {
        List<Committed> committed = new ArrayList<>();
        TreeSet<String> groups = new TreeSet<>();
        admin.listGroups().all().get().stream().map(GroupListing::groupId).forEach(groups::add);
        for (String group : groups) {
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        long next = read.getOrDefault(partition, List.of()).stream()
                                .filter(record -> record.offset() < offset.offset())
                                .count();
                        committed.add(new Committed(group, partition, next, offset.metadata()));
                    });
        }
        return committed;
    }

    /** Creates what the dump holds, in a cluster that holds nothing. */
    void put(ClusterDump dump) throws Exception {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        try (Admin admin = Admin.create(clients)) {
            admin.createTopics(dump.topics().stream()
                            .map(topic ->
                                    new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                            .toList())
                    .all()
                    .get();
            awaitLeaders(admin, dump);
            try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                List<Future<RecordMetadata>> sent =
                        dump.records().stream().map(producer::send).toList();
                producer.flush();
                for (Future<RecordMetadata> each : sent) {
                    each.get();
                }
            }
            Map<String, Map<TopicPartition, OffsetAndMetadata>> offsets = new TreeMap<>();
            dump.committed()
                    .forEach(each -> offsets.computeIfAbsent(each.group(), any -> new HashMap<>())
                            .put(each.partition(), new OffsetAndMetadata(each.next(), each.metadata())));
            for (var group : offsets.entrySet()) {
                admin.alterConsumerGroupOffsets(group.getKey(), group.getValue())
                        .all()
                        .get();
            }
        }
    }

    /**
     * Returns when every partition answers. A producer that sends to new topics before they do may be left with a batch that
     * it never sends again.
     */
    private static void awaitLeaders(Admin admin, ClusterDump dump) throws Exception {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        dump.topics().forEach(topic -> partitions(topic).forEach(partition -> all.put(partition, OffsetSpec.latest())));
        Patience.until("answers of all partitions", () -> answered(admin, all));
    }

    private static boolean answered(Admin admin, Map<TopicPartition, OffsetSpec> partitions) {
        try {
            admin.listOffsets(partitions).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new KafkaException("the partitions do not answer", e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
