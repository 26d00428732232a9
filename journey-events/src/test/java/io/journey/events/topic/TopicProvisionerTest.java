package io.journey.events.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class TopicProvisionerTest extends OnABroker {

    @Test
    void createsEveryTopicOnceAndFindsItInOrder() throws Exception {
        TopicLayout layout = new TopicLayout("made", 3, (short) 1);

        new TopicProvisioner(admin, layout).provision();
        new TopicProvisioner(admin, layout).provision();

        Set<String> names = admin.listTopics().names().get();
        assertThat(names)
                .containsAll(
                        Arrays.stream(JourneyTopic.values()).map(layout::name).toList());
        assertThat(partitions("made.touchpoints.v1")).isEqualTo(3);
        assertThat(partitions("made.clock.v1")).isEqualTo(1);
        assertThat(config("made.touchpoints.v1"))
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", "-1");
        assertThat(config("made.rejected.v1")).containsEntry("max.message.bytes", "8388608");
    }

    /** A producer that was there before, with defaults: without waiting for the partitions, some of this never arrives. */
    @Test
    void whoSendsAtOnceToNewTopicsIsServed() throws Exception {
        TopicLayout layout = new TopicLayout("at-once", 6, (short) 1);
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "request.timeout.ms", 15_000,
                "delivery.timeout.ms", 30_000);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            new TopicProvisioner(admin, layout).provision();
            for (int i = 0; i < 200; i++) {
                for (JourneyTopic topic : JourneyTopic.values()) {
                    int partition = i % layout.partitions(topic);
                    sent.add(producer.send(
                            new ProducerRecord<>(layout.name(topic), partition, new byte[] {1}, new byte[200])));
                }
            }
        }

        assertThat(sent).allSatisfy(each -> assertThat(each.get().hasOffset()).isTrue());
    }

    @Test
    void listsEveryDifferenceAndCreatesNothingBesideIt() throws Exception {
        admin.createTopics(List.of(
                        new NewTopic("odd.funnel.v1", 2, (short) 1).configs(Map.of("cleanup.policy", "delete")),
                        new NewTopic("odd.clock.v1", 5, (short) 1).configs(Map.of("cleanup.policy", "compact,delete"))))
                .all()
                .get();

        awaitTopics("odd.funnel.v1", "odd.clock.v1");

        ProvisioningException differences = catchThrowableOfType(
                ProvisioningException.class,
                () -> new TopicProvisioner(admin, new TopicLayout("odd", 3, (short) 1)).provision());

        assertThat(differences.differences())
                .containsExactlyInAnyOrder(
                        "topic odd.funnel.v1 has 2 partitions, expected 3",
                        "topic odd.funnel.v1 has cleanup.policy=delete, expected compact",
                        "topic odd.clock.v1 has 5 partitions, expected 1",
                        "topic odd.clock.v1 has cleanup.policy=compact,delete, expected compact");
        assertThat(differences).hasMessageContaining("whoever owns the cluster");
        assertThat(admin.listTopics().names().get()).doesNotContain("odd.touchpoints.v1");
    }

    @Test
    void aLayoutIsCheckedAsAWhole() {
        assertThatThrownBy(() -> new TopicLayout("my topics", 0, (short) 0))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("topic prefix: found \"my topics\"")
                .hasMessageContaining("partitions: found 0, expected at least 1")
                .hasMessageContaining("replication: found 0");
    }

    private void awaitTopics(String... names) throws Exception {
        Set<String> visible = Set.of();
        while (!visible.containsAll(List.of(names))) {
            visible = admin.listTopics().names().get();
        }
    }

    private int partitions(String topic) throws Exception {
        return admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
    }

    private Map<String, String> config(String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> config = new HashMap<>();
        admin.describeConfigs(List.of(resource))
                .all()
                .get()
                .forEach((found, settings) ->
                        settings.entries().forEach(entry -> config.put(entry.name(), entry.value())));
        return config;
    }
}
