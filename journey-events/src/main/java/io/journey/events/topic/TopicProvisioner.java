package io.journey.events.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the topics into being and refuses to work with ones that would give wrong answers.
 *
 * <p>Safe to run by several instances at once. A topic that exists is never changed: a wrong partition count or cleanup
 * policy is reported, all of them at once, for whoever owns the cluster to decide on.
 */
public final class TopicProvisioner {

    private static final Logger LOG = LoggerFactory.getLogger(TopicProvisioner.class);

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Admin admin;
    private final TopicLayout layout;
    private final Map<String, JourneyTopic> byName;

    public TopicProvisioner(Admin admin, TopicLayout layout) {
        this.admin = admin;
        this.layout = layout;
        this.byName = Arrays.stream(JourneyTopic.values()).collect(Collectors.toMap(layout::name, topic -> topic));
    }

    /**
     * Creates what is missing and checks what exists.
     *
     * @throws ProvisioningException when existing topics differ from what is needed
     */
    public void provision() {
        Map<JourneyTopic, TopicDescription> existing = describe();
        List<JourneyTopic> missing = Arrays.stream(JourneyTopic.values())
                .filter(topic -> !existing.containsKey(topic))
                .toList();
        // What exists is checked first, so that a wrong cluster or prefix is not filled with topics.
        check(existing);
        if (!missing.isEmpty()) {
            create(missing);
        }
    }

    private Map<JourneyTopic, TopicDescription> describe() {
        Map<JourneyTopic, TopicDescription> existing = new EnumMap<>(JourneyTopic.class);
        ExistingTopics.describe(admin, byName.keySet())
                .forEach((name, description) -> existing.put(topic(name), description));
        return existing;
    }

    private void create(List<JourneyTopic> missing) {
        List<NewTopic> topics = missing.stream()
                .map(topic -> new NewTopic(layout.name(topic), layout.partitions(topic), layout.replication())
                        .configs(topic.config()))
                .toList();
        List<String> createdElsewhere = new ArrayList<>();
        admin.createTopics(topics).values().forEach((name, answer) -> {
            try {
                Answers.get(answer);
                LOG.atInfo().addKeyValue("topic", name).log("created topic");
            } catch (TopicExistsException e) {
                createdElsewhere.add(name);
            }
        });
        Map<JourneyTopic, TopicDescription> visible = awaitAll();
        awaitLeaders(visible.values());
        if (!createdElsewhere.isEmpty()) {
            check(visible);
        }
    }

    /** A topic exists when the controller says so; brokers show it, and clients can use it, a little later. */
    private Map<JourneyTopic, TopicDescription> awaitAll() {
        Map<JourneyTopic, TopicDescription> visible = new EnumMap<>(JourneyTopic.class);
        await(
                () -> {
                    visible.putAll(describe());
                    return visible.size() == byName.size();
                },
                () -> "of " + byName.size() + " topics the brokers show " + visible.size());
        return visible;
    }

    /**
     * Every partition has answered then. Measured with clients of 4.3.1: an idempotent producer that sends to many new
     * partitions before they answer is left with batches that it never sends again, until it gives them up. A broker
     * other than the one that showed the topics may not know them yet.
     */
    private void awaitLeaders(Collection<TopicDescription> topics) {
        Map<TopicPartition, OffsetSpec> all = new HashMap<>();
        topics.forEach(topic -> topic.partitions()
                .forEach(partition ->
                        all.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest())));
        await(() -> answered(all), () -> "some of " + all.size() + " partitions are unknown to a broker");
    }

    private static void await(BooleanSupplier visible, Supplier<String> otherwise) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        while (!visible.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new ProvisioningException(
                        "whoever owns the cluster must check its brokers",
                        List.of(otherwise.get() + " " + VISIBLE_WITHIN.toSeconds() + " s after all were created"));
            }
            pause();
        }
    }

    private boolean answered(Map<TopicPartition, OffsetSpec> partitions) {
        try {
            Answers.get(admin.listOffsets(partitions).all());
            return true;
        } catch (UnknownTopicOrPartitionException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private void check(Map<JourneyTopic, TopicDescription> existing) {
        List<String> differences = new ArrayList<>();
        existing.forEach((topic, description) -> {
            int partitions = description.partitions().size();
            if (partitions != layout.partitions(topic)) {
                differences.add("topic %s has %d partitions, expected %d"
                        .formatted(description.name(), partitions, layout.partitions(topic)));
            }
        });
        List<String> names = existing.keySet().stream().map(layout::name).toList();
        ExistingTopics.configs(admin, names).forEach((name, config) -> {
            String found = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
            String expected = topic(name).cleanupPolicy();
            if (!found.equals(expected)) {
                differences.add("topic %s has cleanup.policy=%s, expected %s".formatted(name, found, expected));
            }
        });
        if (!differences.isEmpty()) {
            throw new ProvisioningException(
                    "whoever owns the cluster must change these topics, or this installation must be given another"
                            + " topic prefix or number of partitions",
                    differences);
        }
    }

    private JourneyTopic topic(String name) {
        return Objects.requireNonNull(byName.get(name), name);
    }
}
