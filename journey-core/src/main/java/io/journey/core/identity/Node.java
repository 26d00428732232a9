package io.journey.core.identity;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.History;
import io.journey.core.journey.Touch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is stored of one identity. Reads see the writes made before them. */
public interface Node {

    /** The identity, as {@code namespace:value}. */
    String identity();

    /** The touches that nobody else owns, and the journeys they make. */
    History history();

    /** The touches that went on to the identity's owner. */
    Passed passed();

    Timeline claims();

    /** What is remembered of an event of this address; null when nothing is. */
    @Nullable AddressedEvent event(String eventId);

    void keep(String eventId, AddressedEvent event);

    /** Forgets an event of this address. */
    void forget(String eventId);

    List<Erasure> erasures();

    void add(Erasure erasure);

    /** The arrivals at a position, where they are not simply one; null where they are, or where there is none. */
    @Nullable Arrivals arrivals(EventPosition position);

    /**
     * Keeps the arrivals at a position.
     *
     * @param arrivals null where there is nothing beyond the one touch that is there, if any
     */
    void keep(EventPosition position, @Nullable Arrivals arrivals);

    /** Touches that went on to another identity. */
    interface Passed {

        @Nullable Touch at(EventPosition position);

        /** Touches in event order, of the instants from {@code from} (inclusive) to {@code to} (exclusive). */
        List<Touch> between(long from, long to);

        void add(Touch touch);

        void remove(EventPosition position);
    }
}
