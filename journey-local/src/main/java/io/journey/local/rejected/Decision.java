package io.journey.local.rejected;

import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Decides what becomes of each chosen record. Rejected for several journeys, a record is still sent once. */
final class Decision {

    private final Optional<Repair> repair;
    private final Set<String> done;

    /**
     * @param sentBefore roots of the records that were sent again before
     */
    Decision(Optional<Repair> repair, Set<String> sentBefore) {
        this.repair = repair;
        this.done = new HashSet<>(sentBefore);
    }

    Outcome of(RejectedRow row) throws InterruptedException {
        if (row.originalValue().isEmpty()) {
            return new Outcome.WithoutBytes();
        }
        if (!done.add(row.root())) {
            return new Outcome.SentBefore();
        }
        if (repair.isPresent()) {
            Optional<byte[]> line = repair.get().repaired(row);
            return line.isPresent() ? event(line.get()) : new Outcome.LeftOut();
        }
        return row.id().isLineOfAFile() ? event(row.originalValue().get()) : new Outcome.AsItWas(row);
    }

    private static Outcome event(byte[] line) {
        ParsedTouchpoint parsed = TouchpointJson.parse(line);
        return parsed instanceof ParsedTouchpoint.Event event
                ? new Outcome.Repaired(event.touchpoint())
                : new Outcome.StillNone((ParsedTouchpoint.Fault) parsed);
    }
}
