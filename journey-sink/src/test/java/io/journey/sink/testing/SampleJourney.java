package io.journey.sink.testing;

import io.journey.events.v1.Balance;
import io.journey.events.v1.BalanceKey;
import io.journey.events.v1.Definition;
import io.journey.events.v1.DefinitionKey;
import io.journey.events.v1.Funnel;
import io.journey.events.v1.FunnelKey;
import io.journey.events.v1.Occupancy;
import io.journey.events.v1.OccupancyKey;
import io.journey.events.v1.Stage;
import io.journey.events.v1.StageConversion;
import io.journey.events.v1.StageConversionKey;
import io.journey.events.v1.StageFlow;
import io.journey.events.v1.StageFlowKey;
import io.journey.events.v1.StageKey;
import io.journey.events.v1.StageOutcome;
import io.journey.events.v1.StageOutcomeKey;
import io.journey.sink.table.SinkTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** A small shop's published records: three stages and a lost one, two days, two channels. */
public final class SampleJourney {

    public static final String JOURNEY = "shop";
    public static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");
    public static final Instant SECOND_DAY = Instant.parse("2026-03-02T00:00:00Z");

    private SampleJourney() {}

    /** A record of a topic, as the streams application publishes it. */
    public record Published(SinkTable table, SpecificRecord key, SpecificRecord value) {}

    /** All records; a key occurs once. */
    public static List<Published> records() {
        return Stream.of(
                        definitions(),
                        Stream.of(FIRST_DAY, SECOND_DAY).flatMap(SampleJourney::day),
                        occupancy(),
                        Stream.of(balance("web", 12, 9, 2, 1), balance("app", 5, 5, 0, 0)))
                .flatMap(records -> records)
                .toList();
    }

    private static Stream<Published> definitions() {
        return Stream.of(
                new Published(
                        SinkTable.DEFINITIONS,
                        new DefinitionKey(JOURNEY),
                        new Definition(
                                1,
                                "ab12",
                                "Europe/Berlin",
                                "paid",
                                86_400_000L,
                                "day,month",
                                ",entryChannel",
                                "vip",
                                "journey-shop-v1")),
                stage("browsing", 0, false, true),
                stage("basket", 1, false, false),
                stage("paid", 2, false, false),
                stage("lost", 3, true, false));
    }

    private static Published stage(String stage, int position, boolean exit, boolean initial) {
        return new Published(
                SinkTable.STAGES,
                new StageKey(JOURNEY, stage),
                new Stage(1, position, exit, initial, exit ? null : 3_600_000L, initial ? 60_000L : null));
    }

    private static Stream<Published> day(Instant day) {
        return Stream.of("", "entryChannel=web", "entryChannel=app")
                .flatMap(segment -> cell(day, segment, segment.isEmpty() ? 10 : 5));
    }

    private static Stream<Published> cell(Instant day, String segment, long journeys) {
        return Stream.of(
                funnel(day, segment, "paid", 2, journeys, journeys / 5),
                funnel(day, segment, "browsing", 0, journeys, journeys),
                funnel(day, segment, "basket", 1, journeys, journeys / 2),
                conversion(day, segment, "basket", "paid", journeys / 2, journeys / 5),
                conversion(day, segment, "browsing", "paid", journeys, journeys / 5),
                conversion(day, segment, "browsing", "basket", journeys, 0),
                outcome(day, segment, "basket", journeys / 2),
                outcome(day, segment, "browsing", journeys),
                flow(day, segment, "basket", "END", 3),
                flow(day, segment, "basket", "browsing", 1),
                flow(day, segment, "browsing", "basket", journeys / 2),
                flow(day, segment, "START", "browsing", journeys));
    }

    private static Published funnel(
            Instant day, String segment, String stage, int position, long journeys, long reached) {
        return new Published(
                SinkTable.FUNNEL,
                new FunnelKey(JOURNEY, "day", day, segment, stage),
                new Funnel(1, null, null, position, journeys, reached, journeys / 5, new BigDecimal("1250.500000000")));
    }

    private static Published conversion(
            Instant day, String segment, String from, String to, long entered, long converted) {
        Long p50 = converted == 0 ? null : 1_000L;
        return new Published(
                SinkTable.STAGE_CONVERSIONS,
                new StageConversionKey(JOURNEY, "day", day, segment, from, to),
                new StageConversion(1, null, null, entered, converted, p50, p50, p50));
    }

    private static Published outcome(Instant day, String segment, String stage, long visits) {
        return new Published(
                SinkTable.STAGE_OUTCOMES,
                new StageOutcomeKey(JOURNEY, "day", day, segment, stage),
                new StageOutcome(
                        1, null, null, visits, 1L, visits - 1, 0L, 0L, 0L, 0L, 0L, 10L, 20L, 30L, 1L, 2L, null));
    }

    private static Published flow(Instant day, String segment, String from, String to, long transitions) {
        return new Published(
                SinkTable.STAGE_FLOWS,
                new StageFlowKey(JOURNEY, "day", day, segment, from, to),
                new StageFlow(1, null, null, transitions));
    }

    private static Stream<Published> occupancy() {
        return Stream.of("lost", "paid", "browsing")
                .map(stage -> new Published(
                        SinkTable.OCCUPANCY, new OccupancyKey(JOURNEY, "", stage), new Occupancy(1, null, null, 4L)));
    }

    private static Published balance(String source, long read, long inJourneys, long duplicate, long rejected) {
        return new Published(
                SinkTable.BALANCE,
                new BalanceKey(JOURNEY, source),
                new Balance(1, read, inJourneys, duplicate, rejected));
    }
}
