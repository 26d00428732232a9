package io.journey.bench;

import io.journey.events.topic.JourneyTopic;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import io.journey.streams.replay.Drain;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** A few events after all others, so many that every partition gets some. */
record Newcomers(Surroundings surroundings) {

    private static final int MANY = 200;
    private static final long BETWEEN_LOOKS = 20;

    /** Sends them, and returns when a group has committed all that there is. */
    void arriveAndAwait(String group) throws InterruptedException {
        String topic = JourneyTopic.TOUCHPOINTS.named(surroundings.topicPrefix());
        SplittableRandom random = new SplittableRandom(1);
        GeneratedEvents shape = new GeneratedEvents(MANY, Scenario.parse("touches=1"), 1);
        try (KafkaProducer<TouchpointKey, Touchpoint> producer = Preload.producer(surroundings, Map.of())) {
            for (int number = 0; number < MANY; number++) {
                var unused = producer.send(Preload.record(topic, shape.live(number, random)));
            }
        }
        Map<String, Object> clients = Map.of("bootstrap.servers", surroundings.bootstrapServers());
        try (Admin admin = Admin.create(clients);
                var reader = Drain.reader(clients)) {
            Drain drain = new Drain(admin, reader);
            List<TopicPartition> partitions = drain.partitions(topic);
            while (drain.behind(group, partitions) > 0) {
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }
}
