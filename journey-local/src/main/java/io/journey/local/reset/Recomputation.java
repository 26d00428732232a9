package io.journey.local.reset;

import io.journey.core.definition.Definition;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.command.Failures;
import io.journey.local.definition.Activation;
import io.journey.local.progress.Progress;
import io.journey.local.progress.Unit;
import io.journey.streams.JourneyApplication;
import io.journey.streams.config.StreamsSettings;
import io.journey.streams.replay.Drain;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Watches an application that computes a definition from the first event, until its results can replace others. */
final class Recomputation {

    private static final long GLANCE_MS = 200;

    /** So many unread records are as good as none while events go on coming. */
    private static final long NEARLY = 1_000;

    /** How long it is waited for a moment without work under way; where events never pause there is none. */
    private static final long QUIET_MS = 10_000;

    private final JourneyApplication application;
    private final StreamsSettings settings;
    private final String id;
    private final Definition definition;
    private final Activation activation;
    private final Admin admin;
    private final PrintWriter err;

    Recomputation(
            JourneyApplication application,
            StreamsSettings settings,
            Definition definition,
            Activation activation,
            Admin admin,
            PrintWriter err) {
        this.application = application;
        this.settings = settings;
        this.id = settings.applicationId(definition);
        this.definition = definition;
        this.activation = activation;
        this.admin = admin;
        this.err = err;
    }

    /** Returns when everything is read that the other application has read, and that one has ended. */
    void untilItCanReplace() throws InterruptedException {
        try (var reader = Drain.reader(settings.clients())) {
            Drain drain = new Drain(admin, reader);
            List<TopicPartition> input = drain.partitions(settings.topics().name(JourneyTopic.TOUCHPOINTS));
            read(drain, input, records(reader, input));
            tellWhomItWaitsFor();
            while (activation.isPublisherRunning() || activation.missing() > 0) {
                glance();
            }
            settle(drain, input);
        }
    }

    private static long records(KafkaConsumer<?, ?> reader, List<TopicPartition> input) {
        Map<TopicPartition, Long> begins = reader.beginningOffsets(input);
        return reader.endOffsets(input).entrySet().stream()
                .mapToLong(end -> end.getValue() - begins.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    private void read(Drain drain, List<TopicPartition> input, long records) throws InterruptedException {
        try (Progress progress = Progress.of("computing", Unit.EVENTS, records, err)) {
            long behind = drain.behind(id, input);
            while (behind > NEARLY) {
                progress.at(Math.max(0, records - behind), "beside what is published");
                glance();
                behind = drain.behind(id, input);
            }
            progress.at(records, "read");
        }
    }

    private void tellWhomItWaitsFor() {
        if (activation.isPublisherRunning()) {
            err.println("journey: caught up, and goes on reading. To switch, stop every journey-streams that computes "
                    + definition.journey() + ": " + activation.publisher().orElse("") + " is still running");
            err.flush();
        }
    }

    private void settle(Drain drain, List<TopicPartition> input) throws InterruptedException {
        List<TopicPartition> ladder = drain.partitions(settings.ladderTopic(definition));
        List<TopicPartition> differences = drain.partitions(settings.differencesTopic(definition));
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(QUIET_MS);
        while (System.nanoTime() < end
                && (drain.behind(id, input) > 0 || drain.behind(id, ladder) > 0 || drain.behind(id, differences) > 0)) {
            glance();
        }
    }

    private void glance() throws InterruptedException {
        Failures.requireProcessing(application);
        TimeUnit.MILLISECONDS.sleep(GLANCE_MS);
    }
}
