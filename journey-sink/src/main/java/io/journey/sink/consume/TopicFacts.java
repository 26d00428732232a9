package io.journey.sink.consume;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What the broker knows about topics: which exist, as what, and from where to where they reach. */
final class TopicFacts {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private final Admin admin;

    TopicFacts(Admin admin) {
        this.admin = admin;
    }

    /**
     * The topics among these that exist.
     *
     * @throws KafkaException if the broker does not answer; asking again can succeed
     */
    Map<String, TopicDescription> existing(Collection<String> topics) {
        Map<String, TopicDescription> found = new HashMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            try {
                found.put(topic, answer(description));
            } catch (UnknownTopicOrPartitionException missing) {
                // Absent is the answer.
            }
        });
        return found;
    }

    /** Ids of the topics among these that exist, when the broker has answered. */
    Map<String, CompletableFuture<Uuid>> askIds(Collection<String> topics) {
        return admin.describeTopics(topics).topicNameValues().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .thenApply(TopicDescription::topicId)
                                .toCompletionStage()
                                .toCompletableFuture()));
    }

    Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted =
                partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> which));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found =
                answer(admin.listOffsets(wanted).all());
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(LONGEST_ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof KafkaException kafka) {
                throw kafka;
            }
            throw new KafkaException(failure.getCause());
        } catch (java.util.concurrent.TimeoutException slow) {
            throw new TimeoutException("the broker has not answered within " + LONGEST_ANSWER, slow);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }
}
