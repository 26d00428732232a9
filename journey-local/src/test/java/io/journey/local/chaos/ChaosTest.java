package io.journey.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.journey.core.identity.RandomLadder;
import io.journey.events.topic.JourneyTopic;
import io.journey.local.house.Cluster;
import io.journey.local.identity.RandomCase;
import io.journey.streams.JourneyApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever dies, stops, comes and goes while events arrive: what is published in the end is what a batch gives, and the
 * tables hold the same.
 *
 * <p>{@code -Dchaos.minutes} says how long (default 3), {@code -Dchaos.seed} repeats a plan.
 */
class ChaosTest {

    private static final String PREFIX = "chaos";
    private static final String POISONED = "balance source=unknown";
    private static final int EVENTS_PER_MINUTE = 800;
    private static final int PEOPLE = 150;
    /** The end is waited for by everything at once, on what may be a slow machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    Path folder = Path.of("");

    @Test
    void whatIsPublishedAndLandedIsWhatABatchGives() throws Exception {
        long seed = Long.getLong("chaos.seed", new Random().nextInt(1_000_000));
        Duration duration = duration();
        // What outages kept back is read at the end: on a slow machine, more the longer it went.
        Duration patience = PATIENCE.plus(duration);
        int size = (int) (EVENTS_PER_MINUTE * duration.toMillis() / 60_000);
        System.out.println("chaos.seed=" + seed + " chaos.minutes=" + duration.toSeconds() / 60.0);
        RandomLadder ladder = RandomLadder.large(seed, size, PEOPLE);
        List<String> ofTheCase = List.of(String.valueOf(seed), String.valueOf(size), String.valueOf(PEOPLE));
        try (Machinery machinery = new Machinery(folder, PREFIX, ofTheCase)) {
            machinery.start();
            try (Producer<byte[], byte[]> poison = poison(machinery.cluster());
                    RandomCase given = RandomCase.on(machinery.cluster(), PREFIX, 6, ladder, seed);
                    JourneyApplication reader = given.application(folder.resolve("reader"), Map.of())) {
                machinery.startInstances(3, PATIENCE);
                long began = System.nanoTime();
                int poisoned = play(machinery, given, poison, new Plan(seed), began, duration);
                machinery.recoverAll();
                Map<String, String> expected = new TreeMap<>(given.batchAnswer());
                expected.put(POISONED, "read=%d inJourneys=0 duplicate=0 rejected=%d".formatted(poisoned, poisoned));
                given.finish(reader, patience, () -> machinery.supervise(millisSince(began)));
                assertThat(given.published(reader)).as("published").containsExactlyInAnyOrderEntriesOf(expected);
                assertThat(machinery.landed(patience)).as("in the tables").containsExactlyInAnyOrderEntriesOf(expected);
                System.out.println(size + " deliveries, " + poisoned + " records that are no events, " + expected.size()
                        + " rows; " + machinery.diary().injected());
                machinery.diary().endedByThemselves().forEach(System.out::println);
            } catch (AssertionError failure) {
                throw new AssertionError(
                        "chaos.seed=" + seed + "\n" + machinery.diary().told(), failure);
            }
            assertThat(machinery.diary().injected()).isNotEmpty();
        }
    }

    private static Producer<byte[], byte[]> poison(Cluster cluster) {
        Map<String, Object> settings = new HashMap<>(cluster.clients());
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Duration duration() {
        return Duration.ofSeconds(Math.round(60 * Double.parseDouble(System.getProperty("chaos.minutes", "3"))));
    }

    /** Sends events at an even pace while the plan takes its course; how many records were no events. */
    private static int play(
            Machinery machinery,
            RandomCase given,
            Producer<byte[], byte[]> poison,
            Plan plan,
            long began,
            Duration duration)
            throws Exception {
        int all = given.unsent();
        int sent = 0;
        int poisoned = 0;
        long now = 0;
        while (now < duration.toMillis()) {
            int due = (int) (all * now / duration.toMillis());
            given.send(due - sent);
            sent = Math.max(sent, due);
            if (poisoned < sent / 50) {
                Future<RecordMetadata> unused = poison.send(noEvent(poisoned++));
            }
            machinery.recover(now);
            machinery.supervise(now);
            while (plan.next() <= now) {
                machinery.inject(plan.take(), now);
            }
            TimeUnit.MILLISECONDS.sleep(50);
            now = millisSince(began);
        }
        poison.flush();
        return poisoned;
    }

    private static long millisSince(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    /** The first has no bytes at all. */
    private static ProducerRecord<byte[], byte[]> noEvent(int number) {
        byte[] garbage = new byte[number % 40];
        Arrays.fill(garbage, (byte) number);
        return new ProducerRecord<>(JourneyTopic.TOUCHPOINTS.named(PREFIX), garbage, garbage);
    }
}
