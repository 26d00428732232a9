package io.journey.local.clients;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.errors.TaskCorruptedException;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * A member of a group that finds one of its tasks corrupted, as one is that a killed process left behind, while a rebalance
 * is in progress because another member is slow to join it, and while there is something to lose.
 */
final class Misfortune implements AutoCloseable {

    /** By then the member has asked to join. */
    private static final int POLLS = 5;

    private final String input;
    private int polls;
    private volatile boolean over;
    private volatile @Nullable CountDownLatch holding;
    private volatile boolean held;

    /**
     * @param input topic whose partitions give the tasks their numbers
     */
    Misfortune(String input) {
        this.input = input;
    }

    boolean isOver() {
        return over;
    }

    /** Polls for the other member, which does not come back from it while it is to be slow. */
    ConsumerRecords<byte[], byte[]> slow(WatchedClients clients, Consumer<byte[], byte[]> consumer, Duration timeout)
            throws InterruptedException {
        CountDownLatch until = holding;
        if (until != null) {
            held = true;
            until.await();
            held = false;
        }
        return consumer.poll(timeout);
    }

    /** Polls for the unlucky one. */
    ConsumerRecords<byte[], byte[]> poll(WatchedClients clients, Consumer<byte[], byte[]> consumer, Duration timeout) {
        CountDownLatch until = holding;
        Optional<TaskId> victim = stitching(consumer);
        boolean possible = !over && victim.isPresent() && clients.uncommitted() > 0;
        if (until == null) {
            if (possible && clients.commits() > 0) {
                polls = 0;
                holding = new CountDownLatch(1);
            }
        } else if (!possible) {
            release(until);
        } else if (held && polls++ == 0) {
            consumer.enforceRebalance("as another member comes or goes");
        } else if (polls > POLLS) {
            over = true;
            release(until);
            throw new TaskCorruptedException(Set.of(victim.orElseThrow()));
        }
        return consumer.poll(timeout);
    }

    /** One of several tasks that read the input; none where there are not several. */
    private Optional<TaskId> stitching(Consumer<?, ?> consumer) {
        List<TopicPartition> several = consumer.assignment().stream()
                .filter(partition -> partition.topic().equals(input))
                .toList();
        return several.size() < 2
                ? Optional.empty()
                : Optional.of(new TaskId(1, several.get(0).partition()));
    }

    private void release(CountDownLatch until) {
        holding = null;
        until.countDown();
    }

    /** Lets the other member go on, whatever became of the unlucky one. */
    @Override
    public void close() {
        over = true;
        CountDownLatch until = holding;
        if (until != null) {
            release(until);
        }
    }
}
