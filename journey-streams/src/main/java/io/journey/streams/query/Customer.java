package io.journey.streams.query;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one identity as a customer: the answer of the query endpoint. docs/customers.md explains each field.
 *
 * @param journey id of the definition that this was derived by
 * @param version version of that definition
 * @param identity who was asked for, in the form in which it is kept
 * @param asOf watermark by which lapses were decided; null while it is not known
 * @param owners who owned this identity, in order; where nobody did it is a customer of its own
 * @param identities what was attributed to this customer; itself first
 * @param claimed identities that its own events claim
 * @param touches its latest touches, in event order
 * @param touchesInAll how many there are
 * @param touchesOfOthers how many events of this identity went on to its owners
 * @param journeys its latest journeys, in order
 * @param now where it stands; null when no journey is open
 * @param erased intervals whose events were erased
 * @param cut whether there is more than an answer holds
 */
public record Customer(
        String journey,
        int version,
        String identity,
        @Nullable Instant asOf,
        List<Owner> owners,
        List<Attribution> identities,
        List<String> claimed,
        List<Contact> touches,
        long touchesInAll,
        long touchesOfOthers,
        List<Journey> journeys,
        @Nullable Place now,
        List<Interval> erased,
        boolean cut) {

    /**
     * Who owned the identity for a time.
     *
     * @param identity the owner
     * @param from first instant of it
     * @param to first instant that is no longer of it; null while it lasts
     * @param claimedAt instant of the claim that it began with; after {@code from} where the claim reaches back
     * @param eventId event that claimed
     * @param claims how many claims it rests on
     */
    public record Owner(
            String identity, Instant from, @Nullable Instant to, Instant claimedAt, String eventId, int claims) {}

    /**
     * Why touches of an identity are this customer's.
     *
     * @param identity whose touches they are
     * @param from first instant that is attributed; null for since ever
     * @param to first instant that no longer is; null while it lasts
     * @param touches how many touches that makes
     * @param because the claims that lead from the identity to the customer, the lowest first; empty for its own
     */
    public record Attribution(
            String identity,
            @Nullable Instant from,
            @Nullable Instant to,
            long touches,
            List<Reason> because) {}

    /**
     * One step of an attribution.
     *
     * @param identity that was claimed
     * @param owner that claimed it
     * @param claimedAt instant of the claim
     * @param eventId event that claimed
     */
    public record Reason(String identity, String owner, Instant claimedAt, String eventId) {}

    /**
     * One touch.
     *
     * @param address identity under which the event was recorded
     * @param amount money it was worth, as exact text; null for none
     */
    public record Contact(
            Instant at,
            long sequence,
            String eventId,
            String address,
            String source,
            String channel,
            String touchpoint,
            @Nullable String amount) {}

    /**
     * One journey.
     *
     * @param value sum of its amounts, as exact text
     */
    public record Journey(
            int number, Instant start, String entryChannel, String persona, String value, List<Move> transitions) {}

    /** One transition; a stage that does not exist, before START and after the end, is null. */
    public record Move(
            int ordinal,
            String kind,
            @Nullable String from,
            @Nullable String to,
            boolean revisit,
            Instant at,
            long dwellMs,
            int touches,
            @Nullable String touchpoint,
            @Nullable String channel,
            String value) {}

    /**
     * Where the customer stands.
     *
     * @param journey number of the open journey
     * @param since when it came there
     * @param lapsesAt when the journey ends if nothing comes; null for never
     */
    public record Place(
            int journey,
            String stage,
            Instant since,
            String persona,
            @Nullable Instant lapsesAt) {}

    /** From an instant (inclusive; null for since ever) to another (exclusive). */
    public record Interval(@Nullable Instant from, Instant to) {}

    Customer with(List<Attribution> attributed, boolean more) {
        return new Customer(
                journey,
                version,
                identity,
                asOf,
                owners,
                attributed,
                claimed,
                touches,
                touchesInAll,
                touchesOfOthers,
                journeys,
                now,
                erased,
                cut || more);
    }

    /** Who owns this identity from its last claim on; null when it is a customer of its own. */
    public @Nullable Owner currentOwner() {
        Owner last = owners.isEmpty() ? null : owners.get(owners.size() - 1);
        return last != null && last.to() == null ? last : null;
    }
}
