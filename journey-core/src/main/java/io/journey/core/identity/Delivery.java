package io.journey.core.identity;

import io.journey.core.journey.Touch;
import java.util.List;

/**
 * One delivery of an event at its address.
 *
 * @param touch what journeys need of it; its position is its own
 * @param claims weaker identities seen on the event, which its address claims, as {@code namespace:value}; an identity
 *     of the primary namespace among them is one that continues as the address (an alias)
 */
public record Delivery(Touch touch, List<String> claims) implements Input {

    public Delivery {
        claims = List.copyOf(claims);
    }

    String eventId() {
        return touch.position().eventId();
    }
}
