package io.journey.local.simulator;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What happened in the shop, counted where it happened: what a pipeline must find in the events.
 *
 * @param events different events
 * @param duplicates further deliveries of events
 * @param moves how often each change of stage happened
 * @param reached journeys per persona that came to the stage or a later one
 * @param value sum of all orders, EUR
 */
public record GroundTruth(
        long events, long duplicates, Map<Move, Long> moves, Map<Reached, Long> reached, BigDecimal value) {

    /**
     * @param persona id of the persona
     * @param stage the stage
     */
    public record Reached(String persona, ShopStage stage) {}

    /** Journeys that began. */
    public long journeys() {
        return moves.entrySet().stream()
                .filter(move -> move.getKey().kind() == Move.Kind.START)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
