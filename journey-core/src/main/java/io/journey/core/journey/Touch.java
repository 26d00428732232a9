package io.journey.core.journey;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's history keeps of one event: enough to derive journeys under the definition it was classified with.
 *
 * <p>A class and not a record because of the array, which holds one value per profile attribute and is never changed.
 */
public final class Touch implements Comparable<Touch> {

    /** {@link #rule} of a touch that no uncounted rule matches. */
    public static final int NO_RULE = -1;

    private final EventPosition position;
    private final String source;
    private final String channel;
    private final String touchpoint;
    private final int rule;
    private final long countedRules;
    private final BigDecimal amount;
    private final @Nullable String[] profile;

    /**
     * @param position place in event order
     * @param source system that recorded the event
     * @param channel where it happened
     * @param touchpoint kind of contact
     * @param rule first rule without a count that matches, or {@link #NO_RULE}
     * @param countedRules bit i is set when the i-th of the counted rules has a condition that holds
     * @param amount money the contact was worth; zero when it carries none
     * @param profile value per profile attribute, null where the event says nothing
     */
    public Touch(
            EventPosition position,
            String source,
            String channel,
            String touchpoint,
            int rule,
            long countedRules,
            BigDecimal amount,
            @Nullable String[] profile) {
        this.position = position;
        this.source = source;
        this.channel = channel;
        this.touchpoint = touchpoint;
        this.rule = rule;
        this.countedRules = countedRules;
        // One amount has one form, so that a touch equals itself after it was stored.
        this.amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        this.profile = profile;
    }

    /** The same touch as another identity keeps it, which must know its address. */
    public Touch cameFrom(String address) {
        EventPosition there = new EventPosition(position.at(), position.sequence(), position.eventId(), address);
        return new Touch(there, source, channel, touchpoint, rule, countedRules, amount, profile);
    }

    public EventPosition position() {
        return position;
    }

    public long at() {
        return position.at();
    }

    public String source() {
        return source;
    }

    public String channel() {
        return channel;
    }

    public String touchpoint() {
        return touchpoint;
    }

    public int rule() {
        return rule;
    }

    public long countedRules() {
        return countedRules;
    }

    public BigDecimal amount() {
        return amount;
    }

    /** Value of a profile attribute; null where the event says nothing. */
    public @Nullable String profile(int attribute) {
        return profile[attribute];
    }

    public int profileSize() {
        return profile.length;
    }

    @Override
    public int compareTo(Touch other) {
        return position.compareTo(other.position);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Touch touch
                && position.equals(touch.position)
                && source.equals(touch.source)
                && channel.equals(touch.channel)
                && touchpoint.equals(touch.touchpoint)
                && rule == touch.rule
                && countedRules == touch.countedRules
                && amount.equals(touch.amount)
                && Arrays.equals(profile, touch.profile);
    }

    @Override
    public int hashCode() {
        return Objects.hash(position, channel, touchpoint);
    }

    @Override
    public String toString() {
        return touchpoint + "@" + position;
    }
}
