package io.journey.sink.consume;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions of this sink: new ones wait until the database has said where to go on, then they are read.
 *
 * <p>Belongs to the thread that polls. Rebalances only note what changed: database trouble inside a callback would end
 * the consumer.
 */
final class Assignment implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

    private final Consumer<?, ?> consumer;
    private final Set<TopicPartition> waiting = new HashSet<>();
    private final Map<TopicPartition, Reading> readings = new LinkedHashMap<>();
    private final Map<TopicPartition, String> stopped =
            new TreeMap<>(Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition));
    private boolean joined;

    Assignment(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        partitions.forEach(this::hold);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // What was read of them and not written yet, the next owner reads again from the database's offset.
        waiting.removeAll(partitions);
        partitions.forEach(readings::remove);
        partitions.forEach(stopped::remove);
    }

    private void hold(TopicPartition partition) {
        consumer.pause(List.of(partition));
        // Any position will do, it is not read from; without one the consumer would look for a committed offset.
        consumer.seek(partition, 0);
        waiting.add(partition);
    }

    /** Whether the group has given its first answer, even if that was no partition at all. */
    boolean joined() {
        return joined;
    }

    Set<TopicPartition> waiting() {
        return Set.copyOf(waiting);
    }

    Map<TopicPartition, Reading> readings() {
        return readings;
    }

    /** Partitions that are read no more, with the reason. */
    Map<TopicPartition, String> stopped() {
        return stopped;
    }

    void read(TopicPartition partition, Reading reading) {
        waiting.remove(partition);
        consumer.seek(partition, reading.stored());
        consumer.resume(List.of(partition));
        readings.put(partition, reading);
    }

    void stop(TopicPartition partition, String reason) {
        LOG.error("{} is read no more: {}", partition, reason);
        waiting.remove(partition);
        readings.remove(partition);
        consumer.pause(List.of(partition));
        stopped.put(partition, reason);
    }

    /** What was read and not written is forgotten; the database says where these partitions go on. */
    void ask(Collection<TopicPartition> partitions) {
        for (TopicPartition partition : List.copyOf(partitions)) {
            if (readings.remove(partition) != null) {
                hold(partition);
            }
        }
    }

    void askForAll() {
        ask(readings.keySet());
    }
}
