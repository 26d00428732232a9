package io.journey.sink.consume;

import io.journey.events.serde.TrustedRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** Makes the Kafka clients of the sink: what exactness needs is fixed, the rest can be set. */
public final class KafkaClients {

    /** Settings that the sink decides, with the reason. */
    public static final Map<String, String> FIXED = Map.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "offsets live in the database",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "a lost offset is an error, not a jump",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "results are published in transactions",
            ConsumerConfig.GROUP_ID_CONFIG, "it is the setting group.id",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "it follows batch.max.records",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "topics are created by their owner",
            ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic takes over from a killed sink several times as fast");

    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName(),
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000",
            // The operating system's, which grows: in Kafka's of 64 KB answers get stuck for 200 ms now and then.
            ConsumerConfig.RECEIVE_BUFFER_CONFIG, "-1",
            // How soon a topic that did not exist at the start is noticed.
            ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000",
            CommonClientConfigs.CLIENT_ID_CONFIG, "journey-sink");

    private final ConsumeSettings settings;

    public KafkaClients(ConsumeSettings settings) {
        this.settings = settings;
    }

    Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(DEFAULTS);
        config.putAll(settings.kafka());
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(ConsumerConfig.GROUP_ID_CONFIG, settings.groupId());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batchMaxRecords());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        config.keySet()
                .removeAll(Set.of(
                        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG));
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A client for questions about topics; the caller closes it. */
    public Admin admin() {
        Map<String, Object> config = new HashMap<>(settings.kafka());
        config.keySet().retainAll(AdminClientConfig.configNames());
        config.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, "journey-sink-admin");
        return Admin.create(config);
    }

    /** The deserializers that Kafka's ordinary settings name, configured with all of them. */
    Deserializer<?> keyDeserializer() {
        return deserializer(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, true);
    }

    Deserializer<?> valueDeserializer() {
        return deserializer(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, false);
    }

    private Deserializer<?> deserializer(String setting, boolean isKey) {
        // Another maker's deserializer loads record classes by name.
        TrustedRecords.trust();
        String name = settings.kafka().get(setting);
        try {
            Deserializer<?> deserializer = Class.forName(name)
                    .asSubclass(Deserializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
            deserializer.configure(settings.kafka(), isKey);
            return deserializer;
        } catch (ReflectiveOperationException missing) {
            throw new IllegalArgumentException(
                    "kafka." + setting + " " + name
                            + ": no such class with a public constructor without parameters; put its jar on the class path",
                    missing);
        }
    }
}
