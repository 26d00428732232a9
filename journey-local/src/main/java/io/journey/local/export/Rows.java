package io.journey.local.export;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Rejected;
import io.journey.events.v1.RejectedKey;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import io.journey.events.v1.Transition;
import io.journey.events.v1.TransitionKey;

/** What a row of each topic looks like as a line of an exported file. */
final class Rows {

    private Rows() {}

    static JsonRow transition(TransitionKey key, Transition value) {
        return new JsonRow()
                .with("customer", key.getCustomer())
                .with("journey", key.getJourney())
                .with("version", value.getVersion())
                .with("journeyNumber", key.getJourneyNumber())
                .with("journeyStart", value.getJourneyStart())
                .with("ordinal", key.getOrdinal())
                .with("kind", value.getKind())
                .with("from", value.getFromStage())
                .with("to", value.getToStage())
                .with("revisit", value.getRevisit())
                .with("at", value.getOccurredAt())
                .with("dwellMs", value.getDwellMs())
                .with("touches", value.getTouches())
                .with("touchpoint", value.getTouchpoint())
                .with("channel", value.getChannel())
                .with("entryChannel", value.getEntryChannel())
                .with("persona", value.getPersona())
                .with("value", JsonRow.shortest(value.getValue()).toPlainString());
    }

    static JsonRow conversion(StageConversionKey key, StageConversion value) {
        return new JsonRow()
                .with("window", key.getWindow())
                .with("windowStart", key.getWindowStart())
                .withSegment(key.getSegment())
                .with("from", key.getFromStage())
                .with("to", key.getToStage())
                .with("entered", value.getEntered())
                .with("converted", value.getConverted())
                .with("p50Ms", value.getP50Ms())
                .with("p90Ms", value.getP90Ms())
                .with("p99Ms", value.getP99Ms());
    }

    static JsonRow outcome(StageOutcomeKey key, StageOutcome value) {
        return new JsonRow()
                .with("window", key.getWindow())
                .with("windowStart", key.getWindowStart())
                .withSegment(key.getSegment())
                .with("stage", key.getStage())
                .with("visits", value.getVisits())
                .with("open", value.getOpen())
                .with("ended_ADVANCE", value.getEndedAdvance())
                .with("ended_SKIP", value.getEndedSkip())
                .with("ended_REGRESS", value.getEndedRegress())
                .with("ended_EXIT", value.getEndedExit())
                .with("ended_COMPLETE", value.getEndedComplete())
                .with("ended_LAPSE", value.getEndedLapse())
                .with("dwellP50Ms", value.getDwellP50Ms())
                .with("dwellP90Ms", value.getDwellP90Ms())
                .with("dwellP99Ms", value.getDwellP99Ms())
                .with("touchesP50", value.getTouchesP50())
                .with("touchesP90", value.getTouchesP90())
                .with("touchesP99", value.getTouchesP99());
    }

    static JsonRow occupancy(OccupancyKey key, Occupancy value) {
        return new JsonRow()
                .withSegment(key.getSegment())
                .with("stage", key.getStage())
                .with("journeys", value.getJourneys());
    }

    static JsonRow flow(StageFlowKey key, StageFlow value) {
        return new JsonRow()
                .with("window", key.getWindow())
                .with("windowStart", key.getWindowStart())
                .withSegment(key.getSegment())
                .with("from", key.getFromStage())
                .with("to", key.getToStage())
                .with("transitions", value.getTransitions());
    }

    static JsonRow balance(BalanceKey key, Balance value) {
        return new JsonRow()
                .with("source", key.getSource())
                .with("read", value.getRead())
                .with("inJourneys", value.getInJourneys())
                .with("duplicate", value.getDuplicate())
                .with("rejected", value.getRejected());
    }

    static JsonRow rejected(RejectedKey key, Rejected value) {
        return new JsonRow()
                .with("topic", key.getTopic())
                .with("partition", key.getPartition())
                .with("offset", key.getOffset())
                .with("reason", value.getReason())
                .with("detail", value.getDetail())
                .with("source", value.getSource());
    }
}
