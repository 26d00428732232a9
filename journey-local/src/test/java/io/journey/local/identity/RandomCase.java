package io.journey.local.identity;

import io.journey.core.definition.Definition;
import io.journey.core.identity.BatchAnswer;
import io.journey.core.identity.EventLines;
import io.journey.core.identity.PublishedRows;
import io.journey.core.identity.RandomLadder;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.serde.SpecificAvroSerializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.local.house.Cluster;
import io.journey.local.house.Topics;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.replay.ReplayClosing;
import io.journey.streams.table.TopicTable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A random case on a cluster: its topics, the events still to be sent, and what is published of it. */
public final class RandomCase implements AutoCloseable {

    private final Cluster cluster;
    private final String prefix;
    private final Definition definition;
    private final Supplier<Map<String, String>> batchAnswer;
    private final Random random;
    private final Identities identities;
    private final Deque<String> lines;
    private final Producer<TouchpointKey, Touchpoint> producer;

    private RandomCase(
            Cluster cluster,
            String prefix,
            Definition definition,
            List<String> lines,
            Supplier<Map<String, String>> batchAnswer,
            long seed) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.definition = definition;
        this.batchAnswer = batchAnswer;
        this.random = new Random(seed);
        this.lines = new ArrayDeque<>(lines);
        this.identities = new Identities(
                definition.identity().ladder(), definition.identity().ignore(), IdentityHash.NONE);
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, SpecificAvroSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, SpecificAvroSerializer.class);
        this.producer = new KafkaProducer<>(settings);
    }

    /** Provides the topics. */
    public static RandomCase on(Cluster cluster, String prefix, int partitions, RandomLadder ladder, long seed)
            throws InterruptedException {
        Topics.provide(cluster, prefix, Optional.of(partitions));
        List<String> lines = EventLines.of(ladder, seed);
        return new RandomCase(cluster, prefix, ladder.definition(), lines, () -> BatchAnswer.rows(ladder), seed);
    }

    /**
     * A case that began elsewhere, whose topics are there.
     *
     * @param lines events still to be sent
     * @param batchAnswer over all events
     */
    public static RandomCase resumed(
            Cluster cluster,
            String prefix,
            Definition definition,
            List<String> lines,
            Map<String, String> batchAnswer) {
        return new RandomCase(cluster, prefix, definition, lines, () -> batchAnswer, 0);
    }

    public Definition definition() {
        return definition;
    }

    /** An application for this case, not started. */
    public static JourneyApplication application(
            Map<String, String> clients, String prefix, Path state, Definition definition, Map<String, String> more) {
        StreamsSettings settings = settings(clients, prefix, state, more);
        return new JourneyApplication(settings, List.of(definition), new SimpleMeterRegistry());
    }

    private static StreamsSettings settings(
            Map<String, String> clients, String prefix, Path state, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(clients);
        settings.put("state.dir", state.toString());
        settings.put(StreamsSettings.APPLICATION_PREFIX, prefix);
        settings.put(StreamsSettings.TOPIC_PREFIX, prefix);
        settings.put(StreamsSettings.CLOCK, "replay");
        settings.putAll(more);
        return new StreamsSettings(settings);
    }

    /** What an application for this case is set to. */
    public StreamsSettings settings(Path state) {
        return settings(cluster.clients(), prefix, state, Map.of());
    }

    public JourneyApplication application(Path state, Map<String, String> more) {
        return application(cluster.clients(), prefix, state, definition(), more);
    }

    public int unsent() {
        return lines.size();
    }

    /** Sends so many of the events that are left, most of them keyed by their address, some by another identity. */
    public void send(int count) {
        for (int i = 0; i < count && !lines.isEmpty(); i++) {
            Future<RecordMetadata> unused = producer.send(next());
        }
    }

    /** Returns when what was sent is stored. */
    public void flush() {
        producer.flush();
    }

    /** Takes the next of the events that are left, for somebody else to send. */
    public ProducerRecord<TouchpointKey, Touchpoint> next() {
        Touchpoint event = ((ParsedTouchpoint.Event) TouchpointJson.parse(lines.remove())).touchpoint();
        TouchpointKey key = random.nextInt(5) == 0
                ? Identities.stray(event.getIdentities()).orElseThrow()
                : identities.address(event.getIdentities()).orElseThrow();
        return new ProducerRecord<>(JourneyTopic.TOUCHPOINTS.named(prefix), key, event);
    }

    /** Sends what is left, waits until all of it is in the published topics, and lets time end. */
    public void finish(JourneyApplication application) throws InterruptedException, ExecutionException {
        finish(application, Duration.ofMinutes(3), () -> {});
    }

    /**
     * The same with a patience of one's own.
     *
     * @param meanwhile done again and again until then
     */
    public void finish(JourneyApplication application, Duration patience, Runnable meanwhile)
            throws InterruptedException, ExecutionException {
        send(lines.size());
        producer.flush();
        try (ReplayClosing closing = application.closing(definition(), Instant.ofEpochMilli(RandomLadder.END))) {
            Patience.until("the end of the replay of " + prefix, patience, () -> {
                meanwhile.run();
                if (application.state() == JourneyApplication.State.FAILED) {
                    throw new AssertionError("processing failed", application.failure());
                }
                return closing.advance() == ReplayClosing.Step.DONE;
            });
        }
    }

    public Map<String, String> batchAnswer() {
        return batchAnswer.get();
    }

    /** What an outsider holds who reads the topics: committed records, the last value per key. */
    public Map<String, String> published(JourneyApplication application) {
        PublishedRows rows = new PublishedRows();
        for (JourneyTopic topic : JourneyTopic.RESULTS) {
            try (TopicTable<SpecificRecord, SpecificRecord> table =
                    application.published().table(topic)) {
                table.refresh().forEach((key, value) -> rows.add(topic.noun(), fields(key), fields(value)));
            }
        }
        return rows.rows();
    }

    private static Map<String, @Nullable Object> fields(SpecificRecord record) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            fields.put(field.name(), record.get(field.pos()));
        }
        return fields;
    }

    @Override
    public void close() {
        producer.close();
    }
}
