package io.journey.core.identity;

import io.journey.core.journey.EventPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address remembers of one of its events.
 *
 * @param position place of the delivery that counts; null when only its unlinking is known yet
 * @param claims identities that the delivery claims
 * @param unlinked whether its claims were withdrawn
 * @param erased whether it was erased: nothing but this is kept of it
 */
public record AddressedEvent(@Nullable EventPosition position, List<String> claims, boolean unlinked, boolean erased) {

    private static final AddressedEvent UNKNOWN = new AddressedEvent(null, List.of(), false, false);

    public AddressedEvent {
        claims = List.copyOf(claims);
    }

    static AddressedEvent orUnknown(@Nullable AddressedEvent known) {
        return known == null ? UNKNOWN : known;
    }

    AddressedEvent delivered(Delivery delivery) {
        return new AddressedEvent(delivery.touch().position(), delivery.claims(), unlinked, false);
    }

    AddressedEvent erasedAt(EventPosition where) {
        return new AddressedEvent(where, List.of(), unlinked, true);
    }

    AddressedEvent withUnlinked() {
        return new AddressedEvent(position, claims, true, erased);
    }

    /** The claims that are in force. */
    List<String> standingClaims() {
        return unlinked || erased ? List.of() : claims;
    }
}
