package io.journey.core.journey;

import java.math.BigDecimal;
import java.util.List;

/**
 * The state of a journey that no event has ended.
 *
 * @param number which of the customer's journeys, from 1
 * @param start milliseconds since the epoch
 * @param entryChannel channel of its first event
 * @param firstStage stage it began in
 * @param visited bit s is set when it has been in stage s
 * @param transitions transitions so far, its start included
 * @param touches touches of the current visit
 * @param value sum of its amounts
 * @param lastAt instant of its last event
 * @param visits visits that a later transition can still change, in order, the current one last
 */
public record OpenJourney(
        int number,
        long start,
        String entryChannel,
        int firstStage,
        long visited,
        int transitions,
        int touches,
        BigDecimal value,
        long lastAt,
        List<Visit> visits) {

    public Visit current() {
        return visits.get(visits.size() - 1);
    }

    public int stage() {
        return current().stage();
    }
}
