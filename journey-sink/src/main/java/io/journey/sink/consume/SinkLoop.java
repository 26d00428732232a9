package io.journey.sink.consume;

import io.journey.sink.table.UnfitRecordException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads, gathers a batch, has it written with its offsets, and begins again; one thread.
 *
 * <p>While the database is away all partitions are paused and polling goes on, so that the sink keeps its place in the
 * group.
 */
final class SinkLoop implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(SinkLoop.class);
    private static final Duration LONGEST_POLL = Duration.ofMillis(500);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(10);

    private final List<String> topics;
    private final Consumer<byte[], byte[]> consumer;
    private final RecordDecoder decoder;
    private final Assignment assignment;
    private final PlaceStep placing;
    private final WriteStep writing;
    private final Trouble trouble;
    private final TopicWatch watch;
    private final LagBook lags;
    private final SinkState state;

    private volatile boolean stopping;

    SinkLoop(
            List<String> topics,
            Consumer<byte[], byte[]> consumer,
            RecordDecoder decoder,
            Assignment assignment,
            PlaceStep placing,
            WriteStep writing,
            Trouble trouble,
            TopicWatch watch,
            LagBook lags,
            SinkState state) {
        this.topics = topics;
        this.consumer = consumer;
        this.decoder = decoder;
        this.assignment = assignment;
        this.placing = placing;
        this.writing = writing;
        this.trouble = trouble;
        this.watch = watch;
        this.lags = lags;
        this.state = state;
    }

    /** Ends the loop after the batch in hand; may be called from any thread. */
    void stop() {
        stopping = true;
        consumer.wakeup();
    }

    @Override
    public void run() {
        try (decoder) {
            consumer.subscribe(topics, assignment);
            while (!stopping) {
                placing.run();
                poll();
                writing.runIfDue();
                assignment.ask(watch.changed(assignment.readings()));
                report();
            }
            writing.run();
            state.ended("stopped");
        } catch (RuntimeException failure) {
            LOG.error("the sink has ended and must be started again", failure);
            state.ended(String.valueOf(failure.getMessage()));
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    private void poll() {
        try {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(pollTime());
            for (TopicPartition partition : records.partitions()) {
                read(partition, records.records(partition));
            }
            assignment.readings().forEach((partition, reading) -> reading.readUpTo(consumer.position(partition)));
        } catch (WakeupException stop) {
            LOG.debug("woken to stop");
        } catch (OffsetOutOfRangeException gone) {
            // Where the partition begins and ends now is for the placement to find out and to explain.
            LOG.warn("not in their partitions any more: {}", gone.offsetOutOfRangePartitions());
            trouble.startOver();
        }
    }

    private Duration pollTime() {
        Duration wait = writing.untilDue(LONGEST_POLL);
        Duration untilRetry = trouble.untilRetry();
        boolean retryFirst = !assignment.waiting().isEmpty() && untilRetry.compareTo(wait) < 0;
        Duration shortest = retryFirst ? untilRetry : wait;
        return shortest.isNegative() ? Duration.ZERO : shortest;
    }

    private void read(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Reading reading = assignment.readings().get(partition);
            if (reading == null) {
                return;
            }
            try {
                reading.add(decoder.decode(record));
            } catch (UnfitRecordException unfit) {
                assignment.stop(partition, partition + " offset " + record.offset() + ": " + unfit.getMessage());
            } catch (KafkaException failure) {
                trouble.withKafka(failure);
            }
        }
    }

    private void report() {
        assignment
                .readings()
                .forEach((partition, reading) -> consumer.currentLag(partition)
                        .ifPresent(lag -> lags.seen(partition, reading.stored(), reading.read() + lag)));
        lags.keepOnly(assignment.readings().keySet());
        state.partitions(new SinkState.Partitions(
                assignment.joined(),
                assignment.readings().size(),
                assignment.waiting().size(),
                assignment.stopped()));
    }
}
