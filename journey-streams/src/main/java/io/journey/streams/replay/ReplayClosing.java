package io.journey.streams.replay;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Clock;
import io.journey.events.v1.ClockKey;
import io.journey.streams.clock.ClockRows;
import io.journey.streams.clock.Progress;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.table.PublishedTopics;
import io.journey.streams.table.TopicTable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Ends the replay of one definition in steps that each wait for the step before: everything read, time closed at an
 * instant, every lapse up to it published, every difference applied. It asks the brokers only, so it does not matter
 * which instances do the work.
 *
 * <p>Not thread-safe. {@link #advance} is called again and again until it says that it is done.
 */
public final class ReplayClosing implements AutoCloseable {

    private final Definition definition;
    private final String applicationId;
    private final String ladderTopic;
    private final String differencesTopic;
    private final PublishedTopics published;
    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final Drain drain;
    private final TopicTable<ClockKey, Clock> clock;
    private final List<TopicPartition> input;
    private final @Nullable Instant asOf;
    private Map<Integer, Long> needed = Map.of();
    private @Nullable Instant closedAt;
    private Step step = Step.READING;

    /** How far the closing has come. */
    public enum Step {
        /** Input is still being processed. */
        READING,
        /** Everything is processed; the tasks' reports of it are on their way. */
        REPORTING,
        /** Time is closed; lapses are being published. */
        LAPSING,
        /** The last differences are being applied. */
        SUMMING,
        /** The published topics hold the exact answer. */
        DONE
    }

    /**
     * @param asOf instant at which to close; null for the greatest event time
     */
    public ReplayClosing(
            StreamsSettings settings, PublishedTopics published, Definition definition, @Nullable Instant asOf) {
        this.definition = definition;
        this.applicationId = settings.applicationId(definition);
        this.ladderTopic = settings.ladderTopic(definition);
        this.differencesTopic = settings.differencesTopic(definition);
        this.published = published;
        this.asOf = asOf;
        this.admin = Admin.create(settings.clients());
        this.reader = Drain.reader(settings.clients());
        this.drain = new Drain(admin, reader);
        this.clock = published.table(JourneyTopic.CLOCK);
        this.input = drain.partitions(settings.topics().name(JourneyTopic.TOUCHPOINTS));
    }

    /** Lets time stand still again, so that a replay can go on with more events. */
    public static void reopen(PublishedTopics published, Definition definition) {
        ClockKey closing = new ClockKey(definition.journey(), ClockRows.CLOSING);
        try (TopicTable<ClockKey, Clock> clock = published.table(JourneyTopic.CLOCK)) {
            if (clock.refresh().containsKey(closing)) {
                published.write(JourneyTopic.CLOCK, List.of(new PublishedTopics.Row(closing, null)));
            }
        }
    }

    /** The instant at which time was closed; null before. Null also at the end of a replay without any event. */
    public @Nullable Instant closedAt() {
        return closedAt;
    }

    /** Input offsets still to be processed, an upper bound on records. */
    public long behind() {
        return drain.behind(applicationId, input);
    }

    /** Takes every step that can be taken now. */
    public Step advance() {
        Step before;
        do {
            before = step;
            step = next();
        } while (step != before);
        return step;
    }

    private Step next() {
        return switch (step) {
            case READING -> isProcessed() ? Step.REPORTING : Step.READING;
            case REPORTING -> isReported() ? closeTime() : Step.REPORTING;
            case LAPSING -> isSettled() ? Step.SUMMING : Step.LAPSING;
            case SUMMING ->
                drain.isDrained(applicationId, drain.partitions(differencesTopic)) ? Step.DONE : Step.SUMMING;
            case DONE -> Step.DONE;
        };
    }

    private boolean isProcessed() {
        if (!drain.isDrained(applicationId, input) || !drain.isDrained(applicationId, drain.partitions(ladderTopic))) {
            return false;
        }
        needed = new HashMap<>();
        for (TopicPartition partition : input) {
            OptionalLong last = drain.lastRecord(partition);
            needed.put(partition.partition(), last.isPresent() ? last.getAsLong() + 1 : 0);
        }
        return true;
    }

    private boolean isReported() {
        clock.refresh();
        return input.stream().allMatch(partition -> {
            Progress progress = progress(partition.partition());
            return progress != null
                    && !progress.unread()
                    && progress.settled() == null
                    && (progress.nextOffset() == null ? 0 : progress.nextOffset())
                            >= needed.getOrDefault(partition.partition(), Long.MAX_VALUE);
        });
    }

    private Step closeTime() {
        closedAt = asOf != null ? asOf : greatest();
        if (closedAt == null) {
            return Step.SUMMING;
        }
        published.write(
                JourneyTopic.CLOCK,
                List.of(new PublishedTopics.Row(
                        new ClockKey(definition.journey(), ClockRows.CLOSING),
                        ClockRows.closing(closedAt.toEpochMilli()))));
        return Step.LAPSING;
    }

    private @Nullable Instant greatest() {
        return input.stream()
                .map(partition -> progress(partition.partition()))
                .filter(Objects::nonNull)
                .map(Progress::greatest)
                .filter(Objects::nonNull)
                .max(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    private boolean isSettled() {
        clock.refresh();
        long at = Objects.requireNonNull(closedAt).toEpochMilli();
        return input.stream().allMatch(partition -> {
            Progress progress = progress(partition.partition());
            return progress != null && progress.settled() != null && progress.settled() == at;
        });
    }

    private @Nullable Progress progress(int partition) {
        Clock row = clock.refresh().get(new ClockKey(definition.journey(), partition));
        return row == null ? null : ClockRows.progress(row);
    }

    @Override
    public void close() {
        clock.close();
        reader.close();
        admin.close();
    }
}
