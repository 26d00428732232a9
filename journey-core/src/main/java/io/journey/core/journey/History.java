package io.journey.core.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The touches that make up one customer's journeys, and where they stand. Reads see the writes made before them. */
public interface History {

    /** Null for a customer never seen. */
    @Nullable Standing standing();

    void keep(Standing standing);

    /** The touch at a position; null when there is none. */
    @Nullable Touch at(EventPosition position);

    /** Touches in event order, of the instants from {@code from} (inclusive) to {@code to} (exclusive). */
    List<Touch> between(long from, long to);

    void add(Touch touch);

    void remove(EventPosition position);

    /** Touches in event order, from a position on (inclusive); from the first when it is null. */
    List<Touch> since(@Nullable EventPosition from);

    /** The last start of a journey, but for the customer's first, strictly before a position; null for none. */
    Fold.@Nullable Boundary boundaryBefore(EventPosition position);

    void addBoundary(Fold.Boundary boundary);

    void removeBoundary(EventPosition first);

    /** Enters the customer into the index of due lapses. */
    void schedule(long due);
}
