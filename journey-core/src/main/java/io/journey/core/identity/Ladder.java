package io.journey.core.identity;

import io.journey.core.definition.IdentityRules;
import io.journey.core.journey.CustomerJourneys;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Standing;
import io.journey.core.journey.Touch;
import io.journey.core.journey.TouchOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings every touch to the customer it belongs to, and takes it there again when a change of claims makes it another's.
 *
 * <p>Each identity keeps its own events, the claims on it and the touches that came up to it. A touch stays where nobody
 * owns the identity at its instant; else it goes on to the owner, one rung a message. Whatever changes is passed on as
 * what is withdrawn and what arrives, so when all is quiet each touch lies where the set of events puts it.
 */
public final class Ladder {

    /** The smaller delivery stands for the event; of equal ones with other claims, the smaller list of claims. */
    private static final Comparator<Delivery> BY_DELIVERY =
            Comparator.comparing(Delivery::touch, TouchOrder.BY_DELIVERY).thenComparing(Ladder::claimsInOrder);

    private final JourneyRules rules;
    private final Ownership ownership;
    private final String primary;
    private final CustomerJourneys journeys;
    private final Consumer<Rung> messages;
    private final LadderObserver observer;

    /**
     * @param journeys keeps the journeys of the history it is given
     * @param messages takes messages to other identities, and to this one
     */
    public Ladder(JourneyRules rules, CustomerJourneys journeys, Consumer<Rung> messages, LadderObserver observer) {
        IdentityRules identity = rules.definition().identity();
        this.rules = rules;
        this.ownership = new Ownership(identity.lookback());
        this.primary = identity.ladder().get(0) + ":";
        this.journeys = journeys;
        this.messages = messages;
        this.observer = observer;
    }

    private static String claimsInOrder(Delivery delivery) {
        return String.join("\n", delivery.claims());
    }

    /** Takes in one delivery of an event at its address. */
    public Outcome deliver(Node address, Delivery delivery, long watermark) {
        AddressedEvent known = address.event(delivery.eventId());
        if (known == null || known.position() == null) {
            Outcome.Fate fate = place(address, delivery, AddressedEvent.orUnknown(known), change(address), watermark);
            return new Outcome(fate, null, null);
        }
        String erasedSource = known.erasedSource();
        if (erasedSource != null) {
            boolean smaller = delivery.touch().position().isBefore(known.position());
            return smaller
                    ? new Outcome(place(address, delivery, known, change(address), watermark), null, erasedSource)
                    : new Outcome(Outcome.Fate.DUPLICATE, null, null);
        }
        Touch standing = touch(address, known.position());
        if (BY_DELIVERY.compare(delivery, new Delivery(standing, known.claims())) >= 0) {
            return new Outcome(Outcome.Fate.DUPLICATE, null, null);
        }
        Change change = change(address);
        change.leave(standing, owner(address, standing.at()));
        withdrawClaims(address, known);
        return new Outcome(place(address, delivery, known, change, watermark), standing, null);
    }

    private Change change(Node node) {
        return new Change(node, journeys, messages);
    }

    private Outcome.Fate place(Node address, Delivery delivery, AddressedEvent known, Change change, long watermark) {
        Touch touch = delivery.touch();
        if (isErased(address, touch.at())) {
            address.keep(delivery.eventId(), known.erasing(touch));
            change.settle(watermark, 1);
            return Outcome.Fate.ERASED;
        }
        AddressedEvent event = known.delivered(delivery);
        address.keep(delivery.eventId(), event);
        change.come(touch, owner(address, touch.at()));
        change.settle(watermark, 1);
        event.standingClaims().forEach(claimed -> claim(address, touch.position(), claimed, false));
        return Outcome.Fate.ADDED;
    }

    private boolean isErased(Node address, long instant) {
        Standing standing = address.history().standing();
        return standing != null
                && standing.erased()
                && address.erasures().stream().anyMatch(erasure -> erasure.covers(instant));
    }

    private void claim(Node claimant, EventPosition at, String claimed, boolean withdrawn) {
        messages.accept(
                claimed.startsWith(primary)
                        ? new Rung.Aliased(new Rung.Alias(at, claimed, claimant.identity()), withdrawn)
                        : new Rung.Claimed(claimed, new Claim(at, claimant.identity()), withdrawn));
    }

    private void withdrawClaims(Node address, AddressedEvent event) {
        EventPosition at = Objects.requireNonNull(event.position());
        event.standingClaims().forEach(claimed -> claim(address, at, claimed, true));
    }

    /** Withdraws the claims of an event, whether it has been delivered or not. */
    public void unlink(Node address, String eventId) {
        AddressedEvent known = AddressedEvent.orUnknown(address.event(eventId));
        if (known.position() != null) {
            withdrawClaims(address, known);
        }
        address.keep(eventId, known.withUnlinked());
    }

    /**
     * Removes the events of an address as if they had never been delivered, and refuses later deliveries.
     *
     * @return the touches removed
     */
    public List<Touch> erase(Node address, Erasure erasure, long watermark) {
        if (!address.erasures().contains(erasure)) {
            address.add(erasure);
        }
        mark(address, Standing::withErased);
        Change change = change(address);
        List<Touch> erased = new ArrayList<>();
        for (Touch touch : kept(address, erasure.from(), erasure.to())) {
            if (touch.position().isOwn()) {
                String eventId = touch.position().eventId();
                AddressedEvent event = Objects.requireNonNull(address.event(eventId), eventId);
                change.leave(touch, owner(address, touch.at()));
                withdrawClaims(address, event);
                address.keep(eventId, event.erasing(touch));
                erased.add(touch);
            }
        }
        change.settle(watermark, 1);
        return erased;
    }

    private static List<Touch> kept(Node node, long from, long to) {
        List<Touch> kept = new ArrayList<>(node.history().between(from, to));
        kept.addAll(node.passed().between(from, to));
        return kept;
    }

    /** Takes in a message about claims on an identity. */
    public void receive(Node node, Rung.Claimed message, long watermark) {
        Claim claim = message.claim();
        Timeline claims = node.claims();
        if (message.withdrawn()) {
            claims.remove(claim);
        }
        List<Ownership.Shift> shifts = ownership.shifts(claims.before(claim), claim, claims.after(claim));
        Change change = change(node);
        int moved = 0;
        for (Ownership.Shift shift : shifts) {
            String old = message.withdrawn() ? shift.with() : shift.without();
            String now = message.withdrawn() ? shift.without() : shift.with();
            List<Touch> touches = old == null
                    ? node.history().between(shift.from(), shift.to())
                    : node.passed().between(shift.from(), shift.to());
            touches.forEach(touch -> change.move(touch, old, now));
            moved += touches.size();
        }
        if (!message.withdrawn()) {
            claims.add(claim);
            mark(node, Standing::withClaimed);
        }
        change.settle(watermark, 1);
        observer.claimed();
        if (moved > 0) {
            observer.reattributed(moved);
        }
    }

    /** Takes in touches that another identity, which this one owns, sends up or takes back. */
    public void receive(Node node, Rung.Moved message, long watermark) {
        Map<EventPosition, Place> places = new TreeMap<>();
        message.withdrawn()
                .forEach(touch -> place(node, touch, places).arrivals().count(touch, -1));
        message.arriving()
                .forEach(touch -> place(node, touch, places).arrivals().count(touch, 1));
        Change change = change(node);
        int stay = 0;
        for (Map.Entry<EventPosition, Place> entry : places.entrySet()) {
            Place place = entry.getValue();
            Arrivals arrivals = place.arrivals();
            EventPosition position = entry.getKey();
            if (!arrivals.isPlain()) {
                node.keep(position, arrivals);
            } else if (place.kept()) {
                node.keep(position, null);
            }
            Touch was = place.before();
            Touch is = arrivals.present();
            if (!Objects.equals(was, is)) {
                if (was != null) {
                    change.leave(was, place.owner());
                }
                if (is != null) {
                    change.come(is, place.owner());
                    stay += place.owner() == null ? 1 : 0;
                }
            }
        }
        change.settle(watermark, message.steps() + 1);
        if (stay > 0) {
            observer.arrived(stay, message.steps());
        }
    }

    /**
     * Forgets what no change from an instant on can reach: settled history, touches that went on, and claims that a later
     * one ended before.
     *
     * @param before no event, and no claim's reach, will be older than this
     */
    public void settle(Node node, long before) {
        List<Touch> settled = new ArrayList<>(CustomerJourneys.settle(node.history(), before));
        for (Touch touch : node.passed().between(Long.MIN_VALUE, before)) {
            node.passed().remove(touch.position());
            settled.add(touch);
        }
        for (Touch touch : settled) {
            if (touch.position().isOwn()) {
                node.forget(touch.position().eventId());
            }
        }
        Timeline claims = node.claims();
        Claim inForce = claims.lastAt(before);
        Claim ended = inForce == null ? null : claims.before(inForce);
        while (ended != null) {
            claims.remove(ended);
            ended = claims.before(ended);
        }
    }

    /**
     * A position to which touches come up.
     *
     * @param owner of this identity at that instant; null for nobody
     * @param arrivals touches that have come, to be counted on
     * @param kept whether they have a row of their own
     * @param before the one that stood there
     */
    private record Place(
            @Nullable String owner,
            Arrivals arrivals,
            boolean kept,
            @Nullable Touch before) {}

    /** Asks the stores once for each position; claims do not change meanwhile. */
    private Place place(Node node, Touch touch, Map<EventPosition, Place> places) {
        return places.computeIfAbsent(touch.position(), position -> {
            String owner = owner(node, position.at());
            Arrivals known = node.arrivals(position);
            Arrivals arrivals = known != null ? known : Arrivals.of(touchOrNone(node, owner, position));
            return new Place(owner, arrivals, known != null, arrivals.present());
        });
    }

    private @Nullable String owner(Node node, long instant) {
        Standing standing = node.history().standing();
        return standing != null && standing.claimed() ? ownership.owner(node.claims(), instant) : null;
    }

    private static @Nullable Touch touchOrNone(Node node, @Nullable String owner, EventPosition position) {
        return owner == null ? node.history().at(position) : node.passed().at(position);
    }

    private Touch touch(Node node, EventPosition position) {
        return Objects.requireNonNull(
                touchOrNone(node, owner(node, position.at()), position),
                () -> "no touch of " + node.identity() + " at " + position);
    }

    private void mark(Node node, UnaryOperator<Standing> mark) {
        Standing standing = node.history().standing();
        Standing before = standing == null ? Standing.newcomer(rules) : standing;
        Standing after = mark.apply(before);
        if (!after.equals(before)) {
            node.history().keep(after);
        }
    }
}
