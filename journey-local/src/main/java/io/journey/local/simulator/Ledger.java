package io.journey.local.simulator;

import io.journey.local.simulator.GroundTruth.Reached;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the ground truth while the customers live their journeys. */
final class Ledger {

    private final Map<Move, Long> moves = new HashMap<>();
    private final Map<Reached, Long> reached = new HashMap<>();
    private BigDecimal value = BigDecimal.ZERO;

    /** Notes a contact and puts the customer where it leads them. */
    Till.Visit contact(Customer customer, ShopStage contacted, Instant now) {
        if (customer.isSilentTooLongAt(now)) {
            end(customer, Move.Kind.LAPSE);
        }
        ShopStage before = customer.stage;
        customer.lastContact = now;
        if (before != null && before.restartsAt(contacted)) {
            end(customer, Move.Kind.COMPLETE);
            before = null;
        }
        if (before == null) {
            count(new Move(customer.persona.id(), Move.Kind.START, null, contacted));
            enter(customer, contacted);
            return Till.Visit.OPENED;
        }
        if (before == contacted || before.isStickyAgainst(contacted)) {
            return Till.Visit.WENT_ON;
        }
        count(Move.between(customer.persona, before, contacted));
        enter(customer, contacted);
        return Till.Visit.OPENED;
    }

    void paid(@Nullable BigDecimal amount) {
        if (amount != null) {
            value = value.add(amount);
        }
    }

    /** The truth once nobody comes any more and it is {@code closing}. */
    GroundTruth close(long events, long duplicates, Collection<Customer> customers, Instant closing) {
        Map<Move, Long> closed = new HashMap<>(moves);
        customers.stream()
                .filter(customer -> customer.isSilentTooLongAt(closing))
                .forEach(customer -> closed.merge(
                        new Move(customer.persona.id(), Move.Kind.LAPSE, customer.stage, null), 1L, Long::sum));
        return new GroundTruth(events, duplicates, closed, Map.copyOf(reached), value);
    }

    private void end(Customer customer, Move.Kind kind) {
        count(new Move(customer.persona.id(), kind, customer.stage, null));
        customer.stage = null;
        customer.passed.clear();
    }

    private void enter(Customer customer, ShopStage stage) {
        for (ShopStage passed : EnumSet.range(ShopStage.OUT_OF_MARKET, stage)) {
            if (customer.passed.add(passed)) {
                reached.merge(new Reached(customer.persona.id(), passed), 1L, Long::sum);
            }
        }
        customer.stage = stage;
    }

    private void count(Move move) {
        moves.merge(move, 1L, Long::sum);
    }
}
