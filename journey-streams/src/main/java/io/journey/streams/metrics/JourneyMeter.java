package io.journey.streams.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.List;
import java.util.Locale;

/** Every meter of the streams application's own; docs/metrics.md is printed from this list. */
public enum JourneyMeter {
    EVENTS(
            "journey.events",
            "gauge",
            "events",
            List.of("journey", "source", "outcome"),
            "What became of the records read, as published in the balance topic; each instance shows the sources it"
                    + " sums. At any quiet moment read = in_journeys + duplicate + rejected."),
    EVENTS_RECEIVED(
            "journey.events.received",
            "counter",
            "events",
            List.of("journey", "source", "channel"),
            "Usable events that this process read, duplicates included; counts again what an aborted transaction"
                    + " repeats. Pairs of source and channel beyond 200 share the tag value other."),
    EVENTS_LATE(
            "journey.events.late",
            "timer",
            "seconds",
            List.of("journey"),
            "Of events that came after later ones of their partition: how far they lie behind the latest. Late events"
                    + " are corrected exactly; this says how much of that there is."),
    EVENTS_LATENCY(
            "journey.events.latency",
            "timer",
            "seconds",
            List.of("journey"),
            "Time from the append of an event at the broker to the commit with which its results become readable."
                    + " While a backlog is read, how old the backlog is."),
    TRANSITIONS(
            "journey.transitions",
            "counter",
            "transitions",
            List.of("journey", "kind"),
            "Transitions published for the first time, by kind."),
    CORRECTIONS(
            "journey.corrections",
            "counter",
            "transitions",
            List.of("journey", "how"),
            "Published transitions that became other ones (rewritten) or ceased to exist (withdrawn), because of late"
                    + " events, claims, erasures and the end of silences."),
    WATERMARK_LAG(
            "journey.watermark.lag",
            "gauge",
            "seconds",
            List.of("journey"),
            "Wall-clock time less the watermark, up to which silences are known to have ended. NaN while the watermark is"
                    + " unknown, as in replays."),
    RESTORE_REMAINING(
            "journey.restore.remaining",
            "gauge",
            "records",
            List.of(),
            "Records left to read until this instance's state is restored."),
    RUNNING(
            "journey.running",
            "gauge",
            "1 or 0",
            List.of(),
            "1 while every definition is being processed by this instance, else 0: waiting, joining, restoring, failed."),
    REGISTRY_CALLS(
            "journey.registry.calls",
            "timer",
            "seconds",
            List.of("outcome"),
            "Calls of the schema registry and the time they took: answered, refusals included, or unanswered."),
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

    /** Name of its series as Prometheus scrapes it; timers and summaries add an ending. */
    public String prometheusName() {
        String name = new PrometheusNamingConvention()
                .name(meterName, Meter.Type.valueOf(typeName()), unit.equals("seconds") ? unit : null);
        return type.equals("counter") ? name + "_total" : name;
    }

    private String typeName() {
        return type.equals("summary") ? "DISTRIBUTION_SUMMARY" : type.toUpperCase(Locale.ROOT);
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
