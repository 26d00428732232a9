package io.journey.sink.consume;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * Notices that a topic has been deleted and created again while it is being read.
 *
 * <p>The consumer itself would go on in the new topic at the old offset without a word. Asks in the background and looks
 * at the answer the next time, so polling never waits for it.
 */
final class TopicWatch {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final TopicFacts topics;
    private Map<String, CompletableFuture<Uuid>> asked = Map.of();
    private long dueNanos = System.nanoTime();

    TopicWatch(TopicFacts topics) {
        this.topics = topics;
    }

    /** Partitions whose topic is not the one that they were placed in. */
    Set<TopicPartition> changed(Map<TopicPartition, Reading> readings) {
        if (System.nanoTime() < dueNanos) {
            return Set.of();
        }
        dueNanos = System.nanoTime() + EVERY.toNanos();
        Set<TopicPartition> changed = readings.entrySet().stream()
                .filter(entry ->
                        isAnother(entry.getKey().topic(), entry.getValue().topicId()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        asked = topics.askIds(
                readings.keySet().stream().map(TopicPartition::topic).collect(Collectors.toSet()));
        return changed;
    }

    private boolean isAnother(String topic, Uuid known) {
        CompletableFuture<Uuid> answer = asked.get(topic);
        // No answer, or none yet, is no news: a topic that is gone leaves the assignment by itself.
        return answer != null
                && answer.isDone()
                && !answer.isCompletedExceptionally()
                && !known.equals(answer.getNow(known));
    }
}
