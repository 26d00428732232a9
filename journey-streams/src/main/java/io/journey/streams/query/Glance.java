package io.journey.streams.query;

import io.journey.core.definition.Definition;
import io.journey.core.identity.AddressedEvent;
import io.journey.core.identity.Claim;
import io.journey.core.identity.Node;
import io.journey.core.identity.Tenure;
import io.journey.core.identity.Timeline;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.Fold;
import io.journey.core.journey.Journey;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Snapshot;
import io.journey.core.journey.Touch;
import io.journey.core.journey.Transition;
import io.journey.core.journey.Visit;
import io.journey.streams.clock.WatermarkPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells what an identity's own home knows of it: everything but what other identities say. */
final class Glance {

    private static final int MOST = 10_000;

    private final JourneyRules rules;
    private final Definition definition;
    private final Node node;

    Glance(JourneyRules rules, Node node) {
        this.rules = rules;
        this.definition = rules.definition();
        this.node = node;
    }

    /** Whether anything is known of the identity. */
    boolean isKnown() {
        return node.history().standing() != null;
    }

    /** Who owned it, and what of it was erased: what others need who have touches of it. */
    Customer claims() {
        List<Claim> claims = claimsInOrder();
        return customer(null, owners(claims), List.of(), List.of(), 0, 0, List.of(), null, claims.size() == MOST);
    }

    Customer whole(long watermark) {
        List<Claim> claims = claimsInOrder();
        List<Touch> history = node.history().since(null);
        List<Touch> latest = latest(history);
        Fold fold = new Fold(rules, base(history));
        history.forEach(fold::add);
        List<Journey> journeys = fold.journeys(watermark);
        return customer(
                watermark == WatermarkPolicy.UNKNOWN ? null : Instant.ofEpochMilli(watermark),
                owners(claims),
                claimedBy(latest),
                latest.stream().map(this::contact).toList(),
                history.size(),
                node.passed().between(Long.MIN_VALUE, Long.MAX_VALUE).size(),
                latest(journeys).stream().map(this::journey).toList(),
                place(journeys, fold.lapsesAt()),
                claims.size() == MOST || latest.size() < history.size() || journeys.size() > MOST);
    }

    private Customer customer(
            @Nullable Instant asOf,
            List<Customer.Owner> owners,
            List<String> claimed,
            List<Customer.Contact> touches,
            long touchesInAll,
            long touchesOfOthers,
            List<Customer.Journey> journeys,
            Customer.@Nullable Place now,
            boolean cut) {
        return new Customer(
                definition.journey(),
                definition.version(),
                node.identity(),
                asOf,
                owners,
                List.of(),
                claimed,
                touches,
                touchesInAll,
                touchesOfOthers,
                journeys,
                now,
                node.erasures().stream()
                        .map(erased -> new Customer.Interval(since(erased.from()), Instant.ofEpochMilli(erased.to())))
                        .toList(),
                cut);
    }

    private static @Nullable Instant since(long from) {
        return from == Long.MIN_VALUE ? null : Instant.ofEpochMilli(from);
    }

    private static <T> List<T> latest(List<T> all) {
        return all.subList(Math.max(0, all.size() - MOST), all.size());
    }

    private List<Claim> claimsInOrder() {
        Timeline timeline = node.claims();
        List<Claim> claims = new ArrayList<>();
        Claim next = timeline.first();
        while (next != null && claims.size() < MOST) {
            claims.add(next);
            next = timeline.after(next);
        }
        return claims;
    }

    private List<Customer.Owner> owners(List<Claim> claims) {
        return Tenure.of(claims, definition.identity().lookback()).stream()
                .map(Glance::owner)
                .toList();
    }

    private static Customer.Owner owner(Tenure tenure) {
        EventPosition by = tenure.by().at();
        return new Customer.Owner(
                tenure.claimant(),
                Instant.ofEpochMilli(tenure.from()),
                tenure.to() == Tenure.STILL ? null : Instant.ofEpochMilli(tenure.to()),
                Instant.ofEpochMilli(by.at()),
                by.eventId(),
                tenure.claims());
    }

    private List<String> claimedBy(List<Touch> touches) {
        Set<String> claimed = new TreeSet<>();
        for (Touch touch : touches) {
            AddressedEvent event =
                    touch.position().isOwn() ? node.event(touch.position().eventId()) : null;
            if (event != null && !event.unlinked()) {
                claimed.addAll(event.claims());
            }
        }
        return List.copyOf(claimed);
    }

    /** Where history has been forgotten up to a journey's start, the state before it is kept. */
    private Snapshot base(List<Touch> history) {
        if (history.isEmpty()) {
            return rules.beginning();
        }
        EventPosition first = history.get(0).position();
        EventPosition next =
                new EventPosition(first.at(), first.sequence(), first.eventId(), first.address() + Character.MIN_VALUE);
        Fold.Boundary boundary = node.history().boundaryBefore(next);
        return boundary == null || !boundary.first().equals(first) ? rules.beginning() : boundary.before();
    }

    private Customer.Contact contact(Touch touch) {
        EventPosition position = touch.position();
        return new Customer.Contact(
                Instant.ofEpochMilli(touch.at()),
                position.sequence(),
                position.eventId(),
                position.isOwn() ? node.identity() : position.address(),
                touch.source(),
                touch.channel(),
                touch.touchpoint(),
                touch.amount().signum() == 0 ? null : text(touch.amount()));
    }

    private Customer.Journey journey(Journey journey) {
        Journey.Label label = journey.label();
        return new Customer.Journey(
                label.number(),
                Instant.ofEpochMilli(label.start()),
                label.entryChannel(),
                label.persona(),
                text(journey.reach().value()),
                journey.transitions().stream().map(this::move).toList());
    }

    private Customer.Move move(Transition transition) {
        return new Customer.Move(
                transition.ordinal(),
                transition.kind().name(),
                stage(transition.from()),
                stage(transition.to()),
                transition.revisit(),
                Instant.ofEpochMilli(transition.at()),
                transition.dwell(),
                transition.touches(),
                transition.touchpoint(),
                transition.channel(),
                text(transition.value()));
    }

    private Customer.@Nullable Place place(List<Journey> journeys, long lapsesAt) {
        Journey last = journeys.isEmpty() ? null : journeys.get(journeys.size() - 1);
        Visit visit = last == null ? null : last.visits().get(last.visits().size() - 1);
        if (last == null || visit == null || visit.end() != null) {
            return null;
        }
        return new Customer.Place(
                last.number(),
                definition.stages().get(visit.stage()).id(),
                Instant.ofEpochMilli(visit.begin()),
                last.label().persona(),
                lapsesAt == Long.MAX_VALUE ? null : Instant.ofEpochMilli(lapsesAt));
    }

    private @Nullable String stage(int index) {
        return index == Transition.NO_STAGE
                ? null
                : definition.stages().get(index).id();
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
