package io.journey.sink.testing;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.sink.table.SinkTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Publishes random updates and tombstones in transactions, some of which it aborts, and knows what must remain. */
public final class RandomPublisher implements Runnable {

    public static final String JOURNEY = "random";

    private static final int KEYS = 2_000;
    private static final int PER_TRANSACTION = 40;

    private final Publisher publisher;
    private final Random random;
    private final TreeMap<String, Long> expected = new TreeMap<>();
    private volatile boolean stopped;
    private long published;

    public RandomPublisher(Publisher publisher, long seed) {
        this.publisher = publisher;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        while (!stopped) {
            transaction();
        }
    }

    private void transaction() {
        Map<String, @Nullable Long> changes = new HashMap<>();
        publisher.begin();
        for (int i = 0; i < PER_TRANSACTION; i++) {
            String source = "s" + random.nextInt(KEYS);
            published++;
            Long read = random.nextInt(5) == 0 ? null : published;
            publisher.send(
                    SinkTable.BALANCE,
                    new BalanceKey(JOURNEY, source),
                    read == null ? null : new Balance(1, read, read, 0L, 0L));
            changes.put(source, read);
        }
        if (random.nextInt(3) == 0) {
            publisher.abort();
            return;
        }
        publisher.commit();
        changes.forEach((source, read) -> {
            if (read == null) {
                expected.remove(source);
            } else {
                expected.put(source, read);
            }
        });
    }

    public void stop() {
        stopped = true;
    }

    /** What the last committed record of each source says; ask when the run has ended. */
    public Map<String, Long> expected() {
        return expected;
    }

    public long published() {
        return published;
    }
}
