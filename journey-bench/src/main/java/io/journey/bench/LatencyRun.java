package io.journey.bench;

import io.journey.events.serde.SpecificAvroDeserializer;
import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.events.v1.Transition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Sends events of now at an even pace and times the transitions that come of them. */
final class LatencyRun {

    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration TIMED = Duration.ofSeconds(60);
    private static final int LONGEST_MILLIS = 120_000;

    private final Surroundings surroundings;
    private final GeneratedEvents events;
    private final AtomicIntegerArray counts = new AtomicIntegerArray(LONGEST_MILLIS + 1);
    private final AtomicBoolean reading = new AtomicBoolean(true);
    /** Only transitions of events from this instant on are timed. */
    private volatile long timedFrom = Long.MAX_VALUE;

    LatencyRun(Surroundings surroundings, GeneratedEvents events) {
        this.surroundings = surroundings;
        this.events = events;
    }

    Latency at(double eventsPerSecond) throws InterruptedException {
        Thread reader = new Thread(this::read, "reader of transitions");
        reader.start();
        double sent;
        try (KafkaProducer<TouchpointKey, Touchpoint> producer = Preload.producer(surroundings, Map.of())) {
            send(producer, eventsPerSecond, WARM_UP);
            timedFrom = System.currentTimeMillis();
            sent = send(producer, eventsPerSecond, TIMED);
        }
        // What is under way arrives or is as late as the last percentile shows.
        Thread.sleep(5_000);
        reading.set(false);
        reader.join();
        return summary(sent);
    }

    private double send(KafkaProducer<TouchpointKey, Touchpoint> producer, double perSecond, Duration duration) {
        String topic = JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix());
        SplittableRandom random = new SplittableRandom(System.nanoTime());
        long began = System.nanoTime();
        long sent = 0;
        double seconds = 0;
        while (seconds < duration.toSeconds()) {
            long due = (long) (perSecond * seconds);
            for (; sent < due; sent++) {
                Future<RecordMetadata> unused = producer.send(Preload.record(topic, events.live(began + sent, random)));
            }
            LockSupport.parkNanos(1_000_000);
            seconds = (System.nanoTime() - began) / 1e9;
        }
        return sent / seconds;
    }

    private void read() {
        Map<String, Object> settings = new HashMap<>(surroundings.clients());
        settings.put("isolation.level", "read_committed");
        settings.put("receive.buffer.bytes", -1);
        SpecificAvroDeserializer<Transition> values = new SpecificAvroDeserializer<>();
        values.configure(settings, false);
        String topic = JourneyTopic.TRANSITIONS.named(surroundings.topicPrefix());
        try (KafkaConsumer<byte[], Transition> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            while (reading.get()) {
                for (ConsumerRecord<byte[], Transition> record : consumer.poll(Duration.ofMillis(100))) {
                    if (record.value() != null) {
                        time(record.value());
                    }
                }
            }
        }
    }

    private void time(Transition transition) {
        long at = transition.getOccurredAt().toEpochMilli();
        if (at >= timedFrom) {
            counts.incrementAndGet((int) Math.min(LONGEST_MILLIS, System.currentTimeMillis() - at));
        }
    }

    private Latency summary(double eventsPerSecond) {
        long all = 0;
        int max = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
            max = counts.get(i) > 0 ? i : max;
        }
        return new Latency(
                eventsPerSecond, all, percentile(all, 0.5), percentile(all, 0.99), percentile(all, 0.999), max);
    }

    private int percentile(long all, double share) {
        long below = 0;
        for (int i = 0; i < counts.length(); i++) {
            below += counts.get(i);
            if (below >= all * share) {
                return i;
            }
        }
        return LONGEST_MILLIS;
    }
}
