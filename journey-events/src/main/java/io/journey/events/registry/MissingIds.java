package io.journey.events.registry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ids that the registry did not know a moment ago, so that a flood of records with an unknown id is not a flood of
 * calls.
 */
final class MissingIds {

    /** More would be records of chance bytes; forgetting all of them costs a few calls. */
    private static final int MOST = 10_000;

    private record Missing(long sinceNanos, RegistryRefusedException answer) {}

    private final Map<Integer, Missing> missing = new ConcurrentHashMap<>();
    private final long ttlNanos;

    MissingIds(Duration ttl) {
        this.ttlNanos = ttl.toNanos();
    }

    void check(int id) {
        Missing known = missing.get(id);
        if (known == null) {
            return;
        }
        if (System.nanoTime() - known.sinceNanos() < ttlNanos) {
            throw known.answer();
        }
        missing.remove(id, known);
    }

    void add(int id, RegistryRefusedException answer) {
        if (missing.size() >= MOST) {
            missing.clear();
        }
        missing.put(id, new Missing(System.nanoTime(), answer));
    }
}
