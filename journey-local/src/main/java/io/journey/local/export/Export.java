package io.journey.local.export;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;
import io.journey.local.command.CommandFailure;
import io.journey.local.command.FileReason;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.table.TopicTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Writes what is published for one definition into a folder, a file for each topic. It reads the topics as any outsider
 * would: committed records, the last value per key, a tombstone for none.
 */
public final class Export {

    private final PublishedTopics published;
    private final String journey;
    private final Path folder;

    public Export(PublishedTopics published, String journey, Path folder) {
        this.published = published;
        this.journey = journey;
        this.folder = folder;
    }

    /** Sees to it that a folder can be written to, before hours of work are spent on what goes there. */
    public static void prepare(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".", ".unfinished"));
        } catch (IOException unusable) {
            throw new CommandFailure(
                    "--export " + folder + " cannot be written: " + FileReason.of(unusable) + "; choose another folder",
                    unusable);
        }
    }

    /** Writes all files; each is replaced as a whole. */
    public void write() {
        this.<TransitionKey, Transition>file(
                JourneyTopic.TRANSITIONS, "transitions", TransitionKey::getJourney, Rows::transition);
        this.<StageConversionKey, StageConversion>file(
                JourneyTopic.STAGE_CONVERSIONS, "stage-conversions", StageConversionKey::getJourney, Rows::conversion);
        this.<StageOutcomeKey, StageOutcome>file(
                JourneyTopic.STAGE_OUTCOMES, "stage-outcomes", StageOutcomeKey::getJourney, Rows::outcome);
        lines("funnel", FunnelRows.of(this.<FunnelKey, Funnel>rows(JourneyTopic.FUNNEL, FunnelKey::getJourney)));
        this.<OccupancyKey, Occupancy>file(
                JourneyTopic.OCCUPANCY, "occupancy", OccupancyKey::getJourney, Rows::occupancy);
        this.<StageFlowKey, StageFlow>file(
                JourneyTopic.STAGE_FLOWS, "stage-flows", StageFlowKey::getJourney, Rows::flow);
        this.<BalanceKey, Balance>file(JourneyTopic.BALANCE, "balance", BalanceKey::getJourney, Rows::balance);
        this.<RejectedKey, Rejected>file(JourneyTopic.REJECTED, "rejected", RejectedKey::getJourney, Rows::rejected);
    }

    private <K extends SpecificRecordBase, V extends SpecificRecord> void file(
            JourneyTopic topic, String name, Function<K, String> journeyOf, BiFunction<K, V, JsonRow> row) {
        lines(
                name,
                this.<K, V>rows(topic, journeyOf).entrySet().stream()
                        .map(entry -> row.apply(entry.getKey(), entry.getValue())));
    }

    /** Sorted by key, so that two exports of one answer are equal files. */
    private <K extends SpecificRecordBase, V extends SpecificRecord> SortedMap<K, V> rows(
            JourneyTopic topic, Function<K, String> journeyOf) {
        SortedMap<K, V> rows = new TreeMap<>();
        try (TopicTable<K, V> table = published.table(topic)) {
            table.refresh().forEach((key, value) -> {
                if (journeyOf.apply(key).equals(journey)) {
                    rows.put(key, value);
                }
            });
        }
        return rows;
    }

    private void lines(String name, Stream<JsonRow> rows) {
        LinesFile.write(folder, name + ".jsonl", rows.map(JsonRow::line));
    }
}
