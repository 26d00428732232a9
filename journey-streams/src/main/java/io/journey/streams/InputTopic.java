package io.journey.streams;

import io.journey.events.topic.JourneyTopic;
import io.journey.streams.config.StreamsSettings;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** The topic that events are read from, as the brokers have it. */
final class InputTopic {

    private static final int PATIENCE_MS = 10_000;

    private InputTopic() {}

    /** Asked first, and soon answered or not: Kafka's other clients would say nothing for a minute. */
    static int partitions(StreamsSettings settings) {
        String topic = settings.topics().name(JourneyTopic.TOUCHPOINTS);
        try (Admin admin = Admin.create(settings.clients())) {
            return admin.describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(PATIENCE_MS))
                    .topicNameValues()
                    .values()
                    .iterator()
                    .next()
                    .get()
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "cannot read how many partitions " + topic + " has from the brokers at "
                            + settings.bootstrapServers(),
                    e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
