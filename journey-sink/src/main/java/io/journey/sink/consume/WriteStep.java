package io.journey.sink.consume;

import io.journey.sink.database.Batch;
import io.journey.sink.database.BatchWriter;
import io.journey.sink.database.OffsetStore;
import io.journey.sink.database.WriteOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was gathered, when enough has come together or the oldest record has waited long enough. */
final class WriteStep {

    private static final Logger LOG = LoggerFactory.getLogger(WriteStep.class);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

    private final ConsumeSettings settings;
    private final Consumer<?, ?> consumer;
    private final Assignment assignment;
    private final BatchWriter writer;
    private final OffsetStore offsets;
    private final Trouble trouble;
    private final SinkListener listener;
    private long lastNanos = System.nanoTime();

    WriteStep(
            ConsumeSettings settings,
            Consumer<?, ?> consumer,
            Assignment assignment,
            BatchWriter writer,
            OffsetStore offsets,
            Trouble trouble,
            SinkListener listener) {
        this.settings = settings;
        this.consumer = consumer;
        this.assignment = assignment;
        this.writer = writer;
        this.offsets = offsets;
        this.trouble = trouble;
        this.listener = listener;
    }

    /** How long a poll may wait so that what was gathered is written in time; empty batches wait for nothing. */
    Duration untilDue(Duration withoutBatch) {
        if (gathered().isEmpty()) {
            return withoutBatch;
        }
        Duration left = settings.flushInterval().minus(sinceLast());
        return left.compareTo(withoutBatch) < 0 ? left : withoutBatch;
    }

    void runIfDue() {
        List<Reading> gathered = gathered();
        if (gathered.isEmpty()) {
            askWhenSilent();
            return;
        }
        if (records(gathered) >= settings.batchMaxRecords() || sinceLast().compareTo(settings.flushInterval()) >= 0) {
            run();
        }
    }

    void run() {
        List<Reading> gathered = gathered();
        if (gathered.isEmpty()) {
            return;
        }
        lastNanos = System.nanoTime();
        Batch batch = new Batch(
                gathered.stream().map(Reading::progress).toList(),
                gathered.stream().flatMap(reading -> reading.changes().stream()).toList());
        try {
            finish(gathered, writer.write(batch));
        } catch (SQLException failure) {
            trouble.withDatabase(failure);
        }
    }

    private List<Reading> gathered() {
        return assignment.readings().values().stream()
                .filter(Reading::hasProgress)
                .toList();
    }

    private static int records(List<Reading> gathered) {
        return gathered.stream().mapToInt(reading -> reading.changes().size()).sum();
    }

    private Duration sinceLast() {
        return Duration.ofNanos(System.nanoTime() - lastNanos);
    }

    private void finish(List<Reading> gathered, WriteOutcome outcome) {
        if (outcome instanceof WriteOutcome.Fenced fenced) {
            listener.fenced();
            trouble.lostTo(fenced.partition());
        } else if (outcome instanceof WriteOutcome.Written written) {
            listener.written(written.rows(), records(gathered), sinceLast());
            gathered.forEach(Reading::written);
            trouble.over();
            tellTheGroup(gathered);
        }
    }

    // Only so that lag tools see progress; nothing is ever read back.
    private void tellTheGroup(List<Reading> written) {
        Map<TopicPartition, OffsetAndMetadata> positions = written.stream()
                .collect(Collectors.toMap(Reading::partition, reading -> new OffsetAndMetadata(reading.stored())));
        consumer.commitAsync(positions, (shown, failure) -> {
            if (failure != null) {
                LOG.debug("offsets not shown to the group", failure);
            }
        });
    }

    // A database that goes away while nothing is published must not be found out by the next record.
    private void askWhenSilent() {
        if (sinceLast().compareTo(LONGEST_SILENCE) < 0 || !trouble.untilRetry().isZero()) {
            return;
        }
        lastNanos = System.nanoTime();
        try {
            offsets.version();
            trouble.databaseAnswers();
        } catch (SQLException failure) {
            trouble.withDatabase(failure);
        }
    }
}
