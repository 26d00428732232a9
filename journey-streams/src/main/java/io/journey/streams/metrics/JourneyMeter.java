package io.journey.streams.metrics;

import java.util.List;

/** Every meter of the streams application's own; docs/metrics.md is printed from this list. */
public enum JourneyMeter {
    EVENTS(
            "journey.events",
            "gauge",
            "events",
            List.of("journey", "source", "outcome"),
            "What became of the records read, as published in the balance topic; each instance shows the sources it"
                    + " sums. At any quiet moment read = in_journeys + duplicate + rejected."),
    RECORDS_REJECTED(
            "journey.records.rejected",
            "counter",
            "records",
            List.of("journey", "reason"),
            "Records that this process sent to the rejected topic, by reason; counts again what an aborted"
                    + " transaction repeats."),
    JOURNEYS_OPEN(
            "journey.journeys.open",
            "gauge",
            "journeys",
            List.of("journey", "stage"),
            "Journeys open in a stage now; each instance shows the stages it sums."),
    IDENTITY_CLAIMS(
            "journey.identity.claims",
            "counter",
            "claims",
            List.of("journey"),
            "Claims on identities that came or were withdrawn, counted where the claimed identity lives."),
    IDENTITY_REATTRIBUTED(
            "journey.identity.reattributed",
            "counter",
            "touches",
            List.of("journey"),
            "Touches that moved to another identity because a claim came or was withdrawn."),
    IDENTITY_CIRCLES(
            "journey.identity.circles.refused",
            "counter",
            "aliases",
            List.of("journey"),
            "Aliases refused because they would have closed a circle."),
    IDENTITY_STEPS(
            "journey.identity.steps",
            "summary",
            "rungs",
            List.of("journey"),
            "Rungs of the ladder that touches climbed from their address to the customer they belong to; touches whose"
                    + " address is the customer are not counted."),
    IDENTITY_CORRECTION(
            "journey.identity.correction",
            "timer",
            "seconds",
            List.of("journey"),
            "Time from the timestamp of the record that moved touches, a claim or an event, to their arrival at their"
                    + " customer; readers see it after the next commit.");

    private final String meterName;
    private final String type;
    private final String unit;

    @SuppressWarnings("ImmutableEnumChecker") // List.of gives an immutable one.
    private final List<String> tags;

    private final String meaning;

    JourneyMeter(String meterName, String type, String unit, List<String> tags, String meaning) {
        this.meterName = meterName;
        this.type = type;
        this.unit = unit;
        this.tags = tags;
        this.meaning = meaning;
    }

    public String meterName() {
        return meterName;
    }

    public String type() {
        return type;
    }

    public String unit() {
        return unit;
    }

    public List<String> tags() {
        return tags;
    }

    public String meaning() {
        return meaning;
    }
}
