package io.journey.sink.consume;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** The lag of every partition of this sink; written by the loop, read by whoever asks. */
final class LagBook {

    private final Map<TopicPartition, LagClock> clocks = new HashMap<>();

    synchronized void seen(TopicPartition partition, long stored, long end) {
        LagClock clock = clocks.computeIfAbsent(partition, unused -> new LagClock());
        clock.stored(stored);
        clock.seen(end, System.nanoTime());
    }

    synchronized void keepOnly(Collection<TopicPartition> partitions) {
        clocks.keySet().retainAll(partitions);
    }

    synchronized Lag of(String topic) {
        long now = System.nanoTime();
        return clocks.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic))
                .map(entry ->
                        new Lag(entry.getValue().records(), entry.getValue().behind(now)))
                .reduce(Lag.NONE, Lag::plus);
    }
}
