package io.journey.core.identity;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.util.List;

/**
 * A message from one identity to another. Messages between the same two arrive in the order in which they were sent;
 * between others in any order.
 */
public sealed interface Rung {

    /** Who receives it, as {@code namespace:value}, or {@link Aliases#BOOK}. */
    String to();

    /**
     * An identity is claimed, or no longer is.
     *
     * @param claim instant and claimant
     * @param withdrawn whether the claim is taken back
     */
    record Claimed(String to, Claim claim, boolean withdrawn) implements Rung {}

    /**
     * One primary identity continues as another, or no longer does; goes to the book of aliases, which decides.
     *
     * @param withdrawn whether the alias is taken back
     */
    record Aliased(Alias alias, boolean withdrawn) implements Rung {

        @Override
        public String to() {
            return Aliases.BOOK;
        }
    }

    /**
     * Touches move to the identity that owns the one that sends them, or away from it.
     *
     * @param withdrawn touches that no longer come this way
     * @param arriving touches that now do
     * @param steps how many rungs they have climbed, this one included
     */
    record Moved(String to, List<Touch> withdrawn, List<Touch> arriving, int steps) implements Rung {}

    /**
     * An alias: from an instant on, one primary identity continues as another.
     *
     * @param at position of the event that says so
     * @param continued the one that ends
     * @param survivor the one that goes on, and the event's address
     */
    record Alias(EventPosition at, String continued, String survivor) implements Comparable<Alias> {

        @Override
        public int compareTo(Alias other) {
            // Event ids are unique within an address only, so as everywhere the address breaks what ties remain.
            int order = at.compareTo(other.at);
            if (order == 0) {
                order = survivor.compareTo(other.survivor);
            }
            return order != 0 ? order : continued.compareTo(other.continued);
        }

        Claim claim() {
            return new Claim(at, survivor);
        }
    }
}
