package io.journey.core.identity;

import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Touch;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address remembers of one of its events.
 *
 * @param position place of the delivery that counts; null when only its unlinking is known yet
 * @param claims identities that the delivery claims
 * @param unlinked whether its claims were withdrawn
 * @param erasedSource source of the delivery if it was erased, of which nothing else is kept; null otherwise
 */
public record AddressedEvent(
        @Nullable EventPosition position,
        List<String> claims,
        boolean unlinked,
        @Nullable String erasedSource) {

    private static final AddressedEvent UNKNOWN = new AddressedEvent(null, List.of(), false, null);

    public AddressedEvent {
        claims = List.copyOf(claims);
    }

    /** Whether there is nothing to remember but where it is. */
    public boolean isPlain() {
        return claims.isEmpty() && !unlinked && erasedSource == null;
    }

    static AddressedEvent orUnknown(@Nullable AddressedEvent known) {
        return known == null ? UNKNOWN : known;
    }

    AddressedEvent delivered(Delivery delivery) {
        return new AddressedEvent(delivery.touch().position(), delivery.claims(), unlinked, null);
    }

    AddressedEvent erasing(Touch touch) {
        return new AddressedEvent(touch.position(), List.of(), unlinked, touch.source());
    }

    AddressedEvent withUnlinked() {
        return new AddressedEvent(position, claims, true, erasedSource);
    }

    /** The claims that are in force. */
    List<String> standingClaims() {
        return unlinked || erasedSource != null ? List.of() : claims;
    }
}
