package io.journey.sink.database;

import io.journey.sink.table.Change;
import io.journey.sink.table.SinkTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Changes that get into the database together, or not at all, with how far they take each partition.
 *
 * <p>Holds a key once: of several changes to a row the last one counts.
 */
public final class Batch {

    private final List<Progress> progress;
    private final Map<SinkTable, Map<List<Object>, Change>> changes = new EnumMap<>(SinkTable.class);

    /**
     * A batch of these changes.
     *
     * @param changes in the order in which they were read from their partitions
     */
    public Batch(Collection<Progress> progress, Iterable<Change> changes) {
        // One order for all sinks, so that two that fight over partitions wait for each other instead of deadlocking.
        this.progress = progress.stream()
                .sorted(Comparator.comparing((Progress next) -> next.partition().topic())
                        .thenComparing(next -> next.partition().partition()))
                .toList();
        for (Change change : changes) {
            this.changes
                    .computeIfAbsent(change.table(), table -> new LinkedHashMap<>())
                    .put(change.key(), change);
        }
    }

    List<Progress> progress() {
        return progress;
    }

    Map<SinkTable, Map<List<Object>, Change>> changes() {
        return changes;
    }
}
