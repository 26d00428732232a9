package io.journey.events.topic;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.events.v1.Erasure;
import io.journey.events.v1.ErasureKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.Stage;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every topic that outsiders may read or write: its name, its types and how it is kept.
 *
 * <p>A name, a type or a policy changed here changes the contract with every reader; docs/topics.md is printed from here.
 */
public enum JourneyTopic {
    TOUCHPOINTS(
            "touchpoints",
            TouchpointKey.class,
            Touchpoint.class,
            Retention.LOG,
            Partitions.CONFIGURED,
            "Touchpoint events, the only input. Kept for good, so that a new definition can be computed from the start."),
    REJECTED(
            "rejected",
            RejectedKey.class,
            Rejected.class,
            Retention.LATEST_LARGE,
            Partitions.CONFIGURED,
            "Records that are no usable event, with their original bytes and a typed reason."),
    TRANSITIONS(
            "transitions",
            TransitionKey.class,
            Transition.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "Changes of stage inside journeys, starts and ends included."),
    STAGE_CONVERSIONS(
            "stage-conversions",
            StageConversionKey.class,
            StageConversion.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "Of the visits to one stage, how many moved on to another and how fast."),
    STAGE_OUTCOMES(
            "stage-outcomes",
            StageOutcomeKey.class,
            StageOutcome.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "How visits to a stage ended, how long they lasted and how many touches they had."),
    FUNNEL(
            "funnel",
            FunnelKey.class,
            Funnel.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "How far the journeys that started in a window came."),
    OCCUPANCY(
            "occupancy",
            OccupancyKey.class,
            Occupancy.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "Journeys open in each stage now."),
    STAGE_FLOWS(
            "stage-flows",
            StageFlowKey.class,
            StageFlow.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "Transitions from stage to stage: the edges of the graph of stages."),
    BALANCE(
            "balance",
            BalanceKey.class,
            Balance.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "What became of every record read: read = in journeys + duplicate + rejected."),
    ERASURES(
            "erasures",
            ErasureKey.class,
            Erasure.class,
            Retention.LATEST,
            Partitions.CONFIGURED,
            "Receipts of erasures: identity, interval, and how many events were removed."),
    DEFINITIONS(
            "definitions",
            DefinitionKey.class,
            Definition.class,
            Retention.LATEST,
            Partitions.ONE,
            "The definitions that results are published for."),
    STAGES(
            "stages",
            StageKey.class,
            Stage.class,
            Retention.LATEST,
            Partitions.ONE,
            "The stages of those definitions, for readers that order and label."),
    CLOCK(
            "clock",
            ClockKey.class,
            Clock.class,
            Retention.LATEST,
            Partitions.ONE,
            "How far each input partition has been read; all instances derive the watermark from it.");

    /** Sums of differences, each by its cell. */
    public static final List<JourneyTopic> AGGREGATES =
            List.of(STAGE_CONVERSIONS, STAGE_OUTCOMES, FUNNEL, OCCUPANCY, STAGE_FLOWS, BALANCE);

    /** What a definition says of a set of events. */
    public static final List<JourneyTopic> RESULTS =
            Stream.concat(Stream.of(TRANSITIONS), AGGREGATES.stream()).toList();

    /** What the pipeline writes: everything but the events. */
    public static final List<JourneyTopic> PUBLISHED =
            Stream.of(values()).filter(topic -> topic != TOUCHPOINTS).toList();

    /** Start of every topic's name unless the installation chooses another. */
    public static final String DEFAULT_PREFIX = "journey";

    private final String noun;
    private final Class<? extends SpecificRecord> keyType;
    private final Class<? extends SpecificRecord> valueType;
    private final Retention retention;
    private final Partitions partitions;
    private final String meaning;

    JourneyTopic(
            String noun,
            Class<? extends SpecificRecord> keyType,
            Class<? extends SpecificRecord> valueType,
            Retention retention,
            Partitions partitions,
            String meaning) {
        this.noun = noun;
        this.keyType = keyType;
        this.valueType = valueType;
        this.retention = retention;
        this.partitions = partitions;
        this.meaning = meaning;
    }

    /** What the topic holds, in one word: the middle of its name. */
    public String noun() {
        return noun;
    }

    /**
     * The topic's name in an installation.
     *
     * @param prefix start of the name, without the dot: {@code journey} gives {@code journey.touchpoints.v1}
     */
    public String named(String prefix) {
        return prefix + "." + noun + ".v1";
    }

    /** Type of the keys. */
    public Class<? extends SpecificRecord> keyType() {
        return keyType;
    }

    /** Type of the values. */
    public Class<? extends SpecificRecord> valueType() {
        return valueType;
    }

    /** Settings the topic is created with. */
    public Map<String, String> config() {
        return retention.config();
    }

    /** The one of those settings that existing topics must have too: {@code compact} or {@code delete}. */
    public String cleanupPolicy() {
        return retention.cleanupPolicy();
    }

    /** How many partitions the topic has. */
    public Partitions partitions() {
        return partitions;
    }

    /** What the topic is for. */
    public String meaning() {
        return meaning;
    }
}
