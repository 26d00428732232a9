package io.journey.core.identity;

import io.journey.core.journey.EventPosition;

/**
 * A point on an identity's timeline: from this instant on it belongs to the claimant, until the next claim.
 *
 * @param at position of the event that claims; a claim's own address is its claimant
 * @param claimant the stronger identity, as {@code namespace:value}
 */
public record Claim(EventPosition at, String claimant) implements Comparable<Claim> {

    @Override
    public int compareTo(Claim other) {
        int order = at.compareTo(other.at);
        return order != 0 ? order : claimant.compareTo(other.claimant);
    }

    public long instant() {
        return at.at();
    }
}
