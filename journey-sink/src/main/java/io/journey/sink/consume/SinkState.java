package io.journey.sink.consume;

import io.journey.service.health.Check;
import io.journey.service.health.Health;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** What the loop last said about itself; written by its thread, read by any. */
final class SinkState implements Health {

    private volatile Partitions partitions = new Partitions(false, 0, 0, Map.of());
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<String> end = Optional.empty();
    private volatile boolean databaseUp = true;

    /**
     * The sink's partitions.
     *
     * @param joined whether the group has answered
     * @param stopped partitions that are read no more, with the reason
     */
    record Partitions(boolean joined, int read, int waiting, Map<TopicPartition, String> stopped) {

        Partitions {
            stopped = Map.copyOf(stopped);
        }
    }

    void partitions(Partitions now) {
        partitions = now;
    }

    void working() {
        trouble = Optional.empty();
        databaseUp = true;
    }

    void databaseTrouble(String reason) {
        trouble = Optional.of(reason);
        databaseUp = false;
    }

    void otherTrouble(String reason) {
        trouble = Optional.of(reason);
    }

    void ended(String reason) {
        end = Optional.of(reason);
    }

    boolean databaseUp() {
        return databaseUp;
    }

    int stoppedPartitions() {
        return partitions.stopped().size();
    }

    @Override
    public List<Check> live() {
        return List.of(new Check("loop", end.isEmpty(), end.orElse("running")));
    }

    @Override
    public List<Check> ready() {
        Partitions now = partitions;
        Map<String, String> reasons = new TreeMap<>();
        now.stopped().forEach((partition, reason) -> reasons.put(partition.toString(), reason));
        return List.of(
                new Check("loop", end.isEmpty(), end.orElse("running")),
                new Check("writing", trouble.isEmpty(), trouble.orElse("the last batch is in the database")),
                new Check("group", now.joined(), now.joined() ? "joined" : "waiting for the broker"),
                new Check(
                        "partitions",
                        now.waiting() == 0 && reasons.isEmpty(),
                        reasons.isEmpty()
                                ? now.read() + " read, " + now.waiting() + " waiting for their place"
                                : "stopped: " + String.join("; ", reasons.values())));
    }
}
