package io.journey.core.journey;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of one customer. Reads see the writes made before them. */
public interface History {

    /** Null for a customer never seen. */
    @Nullable Standing standing();

    void keep(Standing standing);

    /** Position of the event with this id; null when the history holds none. */
    @Nullable EventPosition find(String eventId);

    /** The touch at a position that {@link #find} gave. */
    Touch get(EventPosition position);

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
