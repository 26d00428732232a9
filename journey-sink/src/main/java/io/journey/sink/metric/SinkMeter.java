package io.journey.sink.metric;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import java.util.Locale;

/** Every meter of the sink's own, declared once; the Kafka client adds its own under {@code kafka.consumer}. */
public enum SinkMeter implements MeterDocumentation {
    RECORDS(
            "journey.sink.records",
            Meter.Type.COUNTER,
            "records",
            "Rows upserted or deleted; several changes to a row in one batch count once.",
            Tag.TABLE),
    BATCH("journey.sink.batch", Meter.Type.DISTRIBUTION_SUMMARY, "records", "Records read into a written batch."),
    FLUSH("journey.sink.flush", Meter.Type.TIMER, "seconds", "Time that the database took for a batch."),
    FENCED(
            "journey.sink.fenced",
            Meter.Type.COUNTER,
            "",
            "Batches refused because another sink had moved an offset. Now and then after a failover; steadily, two"
                    + " groups write into one database."),
    LAG_RECORDS(
            "journey.sink.lag.records",
            Meter.Type.GAUGE,
            "records",
            "Records that are readable and not in the table.",
            Tag.TABLE),
    LAG(
            "journey.sink.lag",
            Meter.Type.GAUGE,
            "seconds",
            "For how long the oldest record that is not in the table has been waiting. The alert to have.",
            Tag.TABLE),
    STOPPED(
            "journey.sink.partitions.stopped",
            Meter.Type.GAUGE,
            "",
            "Partitions that are read no more until somebody acts; /health/ready says why."),
    DATABASE_UP("journey.sink.database.up", Meter.Type.GAUGE, "", "1 while the database takes batches, else 0."),
    REGISTRY_CALLS(
            "journey.registry.calls",
            Meter.Type.TIMER,
            "seconds",
            "Calls of the schema registry and the time they took: answered, refusals included, or unanswered.",
            Tag.OUTCOME),
    SSE_CLIENTS("journey.sink.sse.clients", Meter.Type.GAUGE, "", "Open streams of notices.");

    private final String meterName;
    private final Meter.Type type;
    private final String unit;
    private final String meaning;

    // Key names are an array in Micrometer's interface; nothing changes it here.
    @SuppressWarnings("ImmutableEnumChecker")
    private final KeyName[] tags;

    SinkMeter(String meterName, Meter.Type type, String unit, String meaning, KeyName... tags) {
        this.meterName = meterName;
        this.type = type;
        this.unit = unit;
        this.meaning = meaning;
        this.tags = tags;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return type;
    }

    @Override
    public String getBaseUnit() {
        // Becomes the end of the name in Prometheus; empty where the name says it already.
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return tags.clone();
    }

    /** Name of its series as Prometheus scrapes it; timers and summaries add an ending. */
    public String prometheusName() {
        return new PrometheusNamingConvention().name(meterName, type, unit.isEmpty() ? null : unit);
    }

    /** What it says, for the reference page and the scrape. */
    public String meaning() {
        return meaning;
    }

    /** Tags are low-cardinality by rule: never a customer, an event or an offset. */
    public enum Tag implements KeyName {
        /** Table in the database. */
        TABLE,
        /** What became of a call. */
        OUTCOME;

        @Override
        public String asString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
