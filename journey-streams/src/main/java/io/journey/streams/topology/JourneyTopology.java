package io.journey.streams.topology;

import io.journey.core.aggregate.Cell;
import io.journey.core.aggregate.Tally;
import io.journey.core.definition.Definition;
import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.IdentityHash;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.topic.TopicNames;
import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.streams.aggregate.Aggregate;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.intake.Intake;
import io.journey.streams.intake.Limits;
import io.journey.streams.ladder.Homes;
import io.journey.streams.ladder.Message;
import io.journey.streams.metrics.JourneyMeters;
import io.journey.streams.naming.StepNames;
import io.journey.streams.naming.StoreNames;
import io.journey.streams.stitch.ClockSource;
import io.journey.streams.stitch.GlobalClock;
import io.journey.streams.stitch.Stitch;
import io.journey.streams.store.Gathered;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Table of contents of the pipeline of one definition; {@link #build} reads top to bottom in the order of the data's
 * way.
 */
public final class JourneyTopology {

    private final JourneyRules rules;
    private final Properties properties;
    private final Limits limits;
    private final IdentityHash hash;
    private final ClockSource clock;
    private final TopicNames topics;
    private final String ladderTopic;
    private final JourneyMeters meters;

    public JourneyTopology(Definition definition, StreamsSettings settings, ClockSource clock, JourneyMeters meters) {
        this.rules = new JourneyRules(definition);
        this.properties = settings.streams(definition);
        this.limits = settings.limits();
        this.hash = settings.identityHash();
        this.clock = clock;
        this.topics = settings.topics();
        this.ladderTopic = settings.ladderTopic(definition);
        this.meters = meters;
    }

    public Topology build() {
        // TopologyConfig, not the properties alone: without it the check for explicit names is off.
        StreamsConfig config = new StreamsConfig(properties);
        var builder = new StreamsBuilder(new TopologyConfig(config));

        builder.addStateStore(Gathered.builder(StoreNames.GATHERED));
        readClock(builder, config);
        Homes homes = homes(config);
        KStream<Object, Object> judged = judgeRecords(builder, homes);
        KStream<String, Message> addressed = only(judged);
        KStream<Object, Object> stitched = stitch(addressed.merge(sent(builder), Named.as(StepNames.MESSAGES)));
        send(addressed.merge(only(stitched), Named.as(StepNames.MESSAGES_TO_OTHERS)), homes);
        publish(judged.merge(stitched, Named.as(StepNames.REJECTED)), JourneyTopic.REJECTED);
        publish(stitched, JourneyTopic.TRANSITIONS);
        publish(stitched, JourneyTopic.ERASURES);
        publish(stitched, JourneyTopic.CLOCK);
        KStream<SpecificRecord, SpecificRecord> sums = aggregate(only(stitched));
        JourneyTopic.AGGREGATES.forEach(topic -> publish(sums, topic));

        return builder.build(properties);
    }

    /**
     * In memory: Kafka Streams 4.3.1 cannot open a persistent global store after an unclean exit (KAFKA-21034). With
     * its serdes named here, because it does not fall back to the default ones when it reads the topic again.
     */
    @SuppressWarnings("unchecked") // The settings name one serde for all keys and one for all values.
    private void readClock(StreamsBuilder builder, StreamsConfig config) {
        builder.addGlobalStore(
                GlobalClock.store(),
                topics.name(JourneyTopic.CLOCK),
                Consumed.with((Serde<ClockKey>) config.defaultKeySerde(), (Serde<Clock>) config.defaultValueSerde())
                        .withName("read-clock"),
                new GlobalClock(rules.definition().journey()));
    }

    /** Bytes, so that a record that cannot be decoded is a value and not an exception. */
    private KStream<Object, Object> judgeRecords(StreamsBuilder builder, Homes homes) {
        return builder.stream(
                        topics.name(JourneyTopic.TOUCHPOINTS),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray())
                                .withTimestampExtractor(new ArrivalTime())
                                .withName("read-touchpoints"))
                .process(
                        new Intake(rules, hash, limits, homes, meters), Named.as("judge-records"), StoreNames.GATHERED);
    }

    @SuppressWarnings("unchecked") // The settings name one serde for all keys.
    private Homes homes(StreamsConfig config) {
        Serde<Object> keys = (Serde<Object>) config.defaultKeySerde();
        return new Homes(clock.topic(), keys.serializer(), clock.partitions());
    }

    /** A step names where each record goes ({@link StepNames}), so the one below gets only what it is for. */
    @SuppressWarnings("unchecked")
    private static <K, V> KStream<K, V> only(KStream<Object, Object> mixed) {
        return (KStream<K, V>) (KStream<?, ?>) mixed;
    }

    private KStream<String, Message> sent(StreamsBuilder builder) {
        return builder.stream(
                ladderTopic,
                Consumed.with(InternalSerdes.identities(), InternalSerdes.messages())
                        .withName("read-ladder"));
    }

    /** Through a topic that is read by the same tasks, because what arrives may have to be sent on. */
    private void send(KStream<String, Message> messages, Homes homes) {
        StreamPartitioner<String, Message> home =
                (topic, identity, message, partitions) -> Optional.of(Set.of(homes.of(identity)));
        messages.to(
                ladderTopic,
                Produced.with(InternalSerdes.identities(), InternalSerdes.messages())
                        .withStreamPartitioner(home)
                        .withName("write-ladder"));
    }

    private KStream<Object, Object> stitch(KStream<String, Message> messages) {
        return messages.process(
                new Stitch(rules, limits, clock, meters), Named.as("stitch-journeys"), StoreNames.GATHERED);
    }

    private KStream<SpecificRecord, SpecificRecord> aggregate(KStream<Cell, Tally> differences) {
        return differences
                .repartition(Repartitioned.with(InternalSerdes.cells(), InternalSerdes.tallies())
                        .withName(StoreNames.DIFFERENCES_BY_CELL)
                        .withNumberOfPartitions(clock.partitions()))
                .process(new Aggregate(rules.definition(), meters), Named.as("sum-differences"));
    }

    private void publish(KStream<?, ?> rows, JourneyTopic topic) {
        rows.to(topics.name(topic), Produced.as(StepNames.writing(topic)));
    }
}
