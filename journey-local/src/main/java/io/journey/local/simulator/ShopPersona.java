package io.journey.local.simulator;

import java.util.List;
import java.util.Map;

/**
 * A kind of customer of the shop: the ground truth that analyses of its events must find again.
 *
 * @param id persona in the definition; {@code none} for those it cannot tell
 * @param share share of new customers, of 1
 * @param slowness factor on the time from one contact to the next
 * @param medianOrder median value of an order, EUR
 * @param profile what the persona's events tell about the customer, as attributes
 * @param arrivals probability that a customer who turns up does so in the stage, of 1
 * @param moves per stage, probabilities that a visit to it is followed by one to another; with what is left of 1 the
 *     customer falls silent
 */
public record ShopPersona(
        String id,
        double share,
        double slowness,
        double medianOrder,
        Map<String, String> profile,
        Map<ShopStage, Double> arrivals,
        Map<ShopStage, Map<ShopStage, Double>> moves) {

    /** All kinds of customer that the shop has. */
    public static List<ShopPersona> all() {
        return Personas.ALL;
    }

    double arrivesIn(ShopStage stage) {
        return arrivals.getOrDefault(stage, 0.0);
    }

    double moves(ShopStage from, ShopStage to) {
        return moves.getOrDefault(from, Map.of()).getOrDefault(to, 0.0);
    }
}
