package io.journey.core.identity;

import io.journey.core.aggregate.Bins;
import io.journey.core.definition.Definition;
import io.journey.core.definition.Segment;
import io.journey.core.definition.WindowKind;
import io.journey.core.event.Event;
import io.journey.core.journey.NaiveJourneys;
import io.journey.core.journey.NaiveJourneys.Move;
import io.journey.core.journey.NaiveJourneys.Told;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Every row that must be published for a random case, computed in one go from all that was ever given. A row is text:
 * topic and key fields, and value fields, each by its name in the schema, without the definition's id and version.
 */
public final class BatchAnswer {

    private static final List<String> ENDS = List.of("ADVANCE", "SKIP", "REGRESS", "EXIT", "COMPLETE", "LAPSE");

    private final Definition definition;
    private final List<Integer> ordered;
    private final Map<String, Sum> sums = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();

    /** What one row counts. */
    private static final class Sum {
        final Map<String, Long> counts = new TreeMap<>();
        final Map<String, List<Long>> samples = new TreeMap<>();
        final String segment;
        BigDecimal value = BigDecimal.ZERO;

        Sum(String segment) {
            this.segment = segment;
        }

        void add(String count) {
            counts.merge(count, 1L, Long::sum);
        }

        void sample(String name, long number) {
            samples.computeIfAbsent(name, any -> new ArrayList<>()).add(number);
        }

        String show(String... names) {
            StringBuilder shown = new StringBuilder(segment);
            for (String name : names) {
                shown.append(' ').append(name).append('=').append(counts.getOrDefault(name, 0L));
            }
            return shown.toString();
        }

        /** The exact one of nearest rank, in the form of the bin it falls into. */
        String percentiles(String sample, String name) {
            List<Long> sorted =
                    samples.getOrDefault(sample, List.of()).stream().sorted().toList();
            StringBuilder shown = new StringBuilder();
            for (int percent : List.of(50, 90, 99)) {
                shown.append(' ').append(name.formatted(percent)).append('=');
                if (sorted.isEmpty()) {
                    shown.append("null");
                    continue;
                }
                Bins one = new Bins();
                one.add(sorted.get((int) Math.ceil(sorted.size() * percent / 100.0) - 1), 1);
                shown.append(one.percentile(100).getAsLong());
            }
            return shown.toString();
        }
    }

    private BatchAnswer(Definition definition) {
        this.definition = definition;
        this.ordered = IntStream.range(0, definition.stages().size())
                .filter(stage -> !definition.stages().get(stage).exit())
                .boxed()
                .toList();
    }

    /** The rows of a case whose time is closed at {@link RandomLadder#END}. */
    public static Map<String, String> rows(RandomLadder ladder) {
        BatchAnswer answer = new BatchAnswer(ladder.definition());
        NaiveIdentity identity = ladder.naive();
        identity.customers().forEach((customer, delivered) -> {
            List<Event> events =
                    delivered.stream().map(NaiveIdentity.Delivered::event).toList();
            new NaiveJourneys(ladder.definition(), events, RandomLadder.END)
                    .journeys.forEach(journey -> answer.journey(customer, journey));
        });
        answer.finish();
        answer.balance(ladder, identity);
        return answer.rows;
    }

    private void journey(String customer, Told journey) {
        for (int i = 0; i < journey.moves().size(); i++) {
            transition(customer, journey, i);
        }
        for (Segment segment : definition.segments()) {
            funnel(journey, segment);
            flow(
                    journey.start(),
                    journey,
                    segment,
                    "START",
                    stage(journey.moves().get(0).to()));
            for (int i = 0; i < journey.moves().size(); i++) {
                if (journey.moves().get(i).to() != null) {
                    visit(journey, i, segment);
                }
            }
        }
    }

    private void transition(String customer, Told journey, int ordinal) {
        Move move = journey.moves().get(ordinal);
        rows.put(
                "transitions customer=%s journeyNumber=%d ordinal=%d".formatted(customer, journey.number(), ordinal),
                ("journeyStart=%s kind=%s fromStage=%s toStage=%s revisit=%s occurredAt=%s dwellMs=%d touches=%d"
                                + " touchpoint=%s channel=%s entryChannel=%s persona=%s value=%s")
                        .formatted(
                                Instant.ofEpochMilli(journey.start()),
                                move.kind(),
                                stage(move.from()),
                                stage(move.to()),
                                move.revisit(),
                                Instant.ofEpochMilli(move.at()),
                                move.dwell(),
                                move.touches(),
                                move.touchpoint(),
                                move.channel(),
                                journey.entryChannel(),
                                journey.persona(),
                                plain(move.value())));
    }

    private void funnel(Told journey, Segment segment) {
        Set<Integer> visited = new HashSet<>();
        journey.moves().forEach(move -> visited.add(move.to() == null ? -1 : move.to()));
        for (String window : windows(journey.start())) {
            for (int position = 0; position < ordered.size(); position++) {
                Sum sum = sum(
                        "funnel " + window + label(journey, segment) + " stage=" + stage(ordered.get(position)),
                        journey,
                        segment);
                sum.counts.put("position", (long) position);
                sum.add("journeys");
                if (ordered.subList(position, ordered.size()).stream().anyMatch(visited::contains)) {
                    sum.add("reached");
                }
                if (visited.contains(definition.conversion().stage())) {
                    sum.add("converted");
                }
                sum.value = sum.value.add(journey.value());
            }
        }
    }

    private void visit(Told journey, int begin, Segment segment) {
        Move entry = journey.moves().get(begin);
        Move end = begin + 1 < journey.moves().size() ? journey.moves().get(begin + 1) : null;
        String stage = stage(entry.to());
        for (String window : windows(entry.at())) {
            Sum outcome =
                    sum("stage-outcomes " + window + label(journey, segment) + " stage=" + stage, journey, segment);
            outcome.add("visits");
            outcome.add(end == null ? "open" : end.kind());
            if (end != null) {
                outcome.sample("dwell", end.dwell());
                outcome.sample("touches", end.touches());
            }
        }
        if (end == null) {
            sum("occupancy" + label(journey, segment) + " stage=" + stage, journey, segment)
                    .add("journeys");
        } else {
            flow(entry.at(), journey, segment, stage, end.to() == null ? "END" : stage(end.to()));
        }
        for (int to = 0; to < definition.stages().size(); to++) {
            if (!Integer.valueOf(to).equals(entry.to())) {
                conversion(journey, begin, to, segment);
            }
        }
    }

    private void conversion(Told journey, int begin, int to, Segment segment) {
        Move entry = journey.moves().get(begin);
        Long first = journey.moves().subList(begin + 1, journey.moves().size()).stream()
                .filter(move -> Integer.valueOf(to).equals(move.to()))
                .map(move -> move.at() - entry.at())
                .findFirst()
                .orElse(null);
        for (String window : windows(entry.at())) {
            Sum sum = sum(
                    "stage-conversions " + window + label(journey, segment) + " fromStage=" + stage(entry.to())
                            + " toStage=" + stage(to),
                    journey,
                    segment);
            sum.add("entered");
            if (first != null && first <= definition.conversion().window().toMillis()) {
                sum.add("converted");
                sum.sample("time", first);
            }
        }
    }

    private void flow(long at, Told journey, Segment segment, String from, String to) {
        for (String window : windows(at)) {
            sum(
                            "stage-flows " + window + label(journey, segment) + " fromStage=" + from + " toStage=" + to,
                            journey,
                            segment)
                    .add("transitions");
        }
    }

    private Sum sum(String key, Told journey, Segment segment) {
        return sums.computeIfAbsent(
                key,
                any -> new Sum("persona=" + (by(segment, Segment.Dimension.PERSONA) ? journey.persona() : null)
                        + " entryChannel="
                        + (by(segment, Segment.Dimension.ENTRY_CHANNEL) ? journey.entryChannel() : null)));
    }

    private static boolean by(Segment segment, Segment.Dimension dimension) {
        return segment.dimensions().contains(dimension);
    }

    private static String label(Told journey, Segment segment) {
        List<String> parts = new ArrayList<>();
        if (by(segment, Segment.Dimension.ENTRY_CHANNEL)) {
            parts.add("entryChannel=" + journey.entryChannel());
        }
        if (by(segment, Segment.Dimension.PERSONA)) {
            parts.add("persona=" + journey.persona());
        }
        return " segment=" + String.join("&", parts);
    }

    private List<String> windows(long at) {
        ZonedDateTime there = Instant.ofEpochMilli(at).atZone(definition.zone());
        LocalDate day = there.toLocalDate();
        List<String> windows = new ArrayList<>();
        for (WindowKind kind : definition.windows()) {
            ZonedDateTime start = switch (kind) {
                case HOUR -> there.truncatedTo(ChronoUnit.HOURS);
                case DAY -> day.atStartOfDay(definition.zone());
                case WEEK ->
                    day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(definition.zone());
                default -> throw new IllegalStateException("no random definition has windows of a " + kind);
            };
            windows.add("window=" + kind.label() + " windowStart=" + start.toInstant());
        }
        return windows;
    }

    private void finish() {
        sums.forEach((key, sum) -> rows.put(
                key,
                switch (key.substring(0, key.indexOf(' '))) {
                    case "funnel" ->
                        sum.show("position", "journeys", "reached", "converted") + " value=" + plain(sum.value);
                    case "stage-outcomes" -> outcome(sum);
                    case "stage-conversions" -> sum.show("entered", "converted") + sum.percentiles("time", "p%dMs");
                    case "stage-flows" -> sum.show("transitions");
                    default -> sum.show("journeys");
                }));
    }

    private static String outcome(Sum sum) {
        StringBuilder shown = new StringBuilder(sum.show("visits", "open"));
        for (String end : ENDS) {
            shown.append(" ended").append(end.charAt(0)).append(end.substring(1).toLowerCase(Locale.ROOT));
            shown.append('=').append(sum.counts.getOrDefault(end, 0L));
        }
        return shown + sum.percentiles("dwell", "dwellP%dMs") + sum.percentiles("touches", "touchesP%d");
    }

    private void balance(RandomLadder ladder, NaiveIdentity identity) {
        Map<String, Long> delivered = bySource(ladder.deliveries());
        Map<String, Long> counting = bySource(identity.counting());
        Map<String, Long> erased = bySource(identity.erased());
        delivered.forEach((source, read) -> {
            long counts = counting.getOrDefault(source, 0L);
            long gone = erased.getOrDefault(source, 0L);
            rows.put(
                    "balance source=" + source,
                    "read=%d inJourneys=%d duplicate=%d rejected=%d"
                            .formatted(read, counts, read - counts - gone, gone));
        });
        List<NaiveIdentity.Given> instructions = ladder.inputs().stream()
                .filter(given -> !(given instanceof NaiveIdentity.Delivered))
                .toList();
        if (!instructions.isEmpty()) {
            int read = instructions.size();
            int different = new HashSet<>(instructions).size();
            rows.put(
                    "balance source=" + EventLines.INSTRUCTIONS_SOURCE,
                    "read=%d inJourneys=%d duplicate=%d rejected=0".formatted(read, different, read - different));
        }
    }

    private static Map<String, Long> bySource(List<NaiveIdentity.Delivered> delivered) {
        return delivered.stream()
                .collect(Collectors.groupingBy(one -> one.event().source(), Collectors.counting()));
    }

    private String stage(@Nullable Integer stage) {
        return stage == null ? "null" : definition.stages().get(stage).id();
    }

    /** As amounts are compared: without trailing zeros. */
    public static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
