package io.journey.core.journey;

import io.journey.core.definition.Definition;
import io.journey.core.definition.Persona;
import io.journey.core.definition.Restart;
import io.journey.core.definition.Rule;
import io.journey.core.definition.Stage;
import io.journey.core.event.Event;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The semantics once more, the slow way: from the whole set of events, looking everything up where it is needed. It
 * shares no code with the fold; the two must agree.
 */
public final class NaiveJourneys {

    /** A published row, as text so that a difference can be read. */
    public record Row(int journey, int ordinal, String content) {}

    /** One transition of a journey; stages by number, null for none. */
    public record Move(
            String kind,
            @Nullable Integer from,
            @Nullable Integer to,
            boolean revisit,
            long at,
            long dwell,
            int touches,
            @Nullable String touchpoint,
            @Nullable String channel,
            BigDecimal value) {

        @Override
        public String toString() {
            Object[] cells = {
                kind,
                from,
                to,
                revisit,
                at,
                dwell,
                touches,
                touchpoint,
                channel,
                value.stripTrailingZeros().toPlainString()
            };
            return Arrays.toString(cells);
        }
    }

    /** A whole journey, ended or not, and what it was worth. */
    public record Told(
            int number, long start, String entryChannel, String persona, List<Move> moves, BigDecimal value) {}

    private final Definition definition;
    private final List<Event> events;
    public final List<Row> rows = new ArrayList<>();
    public final List<Told> journeys = new ArrayList<>();

    private int journey;
    private @Nullable Integer stage;
    private List<Event> inJourney = new ArrayList<>();
    private List<Event> inVisit = new ArrayList<>();
    private Set<Integer> been = new HashSet<>();
    private List<Move> moves = new ArrayList<>();

    public NaiveJourneys(Definition definition, List<Event> events, long watermark) {
        this.definition = definition;
        this.events = events;
        for (int i = 0; i < events.size(); i++) {
            step(i);
        }
        if (stage != null && lapse() != null && watermark > lapse()) {
            end("LAPSE", lapse(), null);
        }
        close();
    }

    public static Comparator<Event> order() {
        return Comparator.comparingLong(Event::occurredAt)
                .thenComparingLong(Event::sequence)
                .thenComparing(Event::eventId);
    }

    private @Nullable Integer classify(int i) {
        for (Rule rule : definition.rules()) {
            if (!rule.when().holds(events.get(i))) {
                continue;
            }
            Rule.Count count = rule.count();
            if (count == null) {
                return rule.stage();
            }
            long since = events.get(i).occurredAt() - count.within().toMillis();
            long met = events.subList(0, i + 1).stream()
                    .filter(event -> event.occurredAt() > since && rule.when().holds(event))
                    .count();
            if (met >= count.atLeast()) {
                return rule.stage();
            }
        }
        return null;
    }

    private @Nullable Long lapse() {
        Duration after = definition.stages().get(Objects.requireNonNull(stage)).lapseAfter();
        return after == null ? null : inJourney.get(inJourney.size() - 1).occurredAt() + after.toMillis();
    }

    private void step(int i) {
        Event event = events.get(i);
        Integer named = classify(i);
        if (stage != null && lapse() != null && event.occurredAt() > lapse()) {
            end("LAPSE", lapse(), null);
            close();
        }
        if (stage != null && named != null && restarts(stage, named)) {
            end("COMPLETE", event.occurredAt(), event);
            close();
        }
        if (stage == null) {
            journey++;
            inJourney.add(event);
            enter("START", named == null ? definition.initialStage() : named, event);
            return;
        }
        inJourney.add(event);
        Stage current = definition.stages().get(stage);
        if (named == null
                || named.equals(stage)
                || current.exit()
                || current.stickyAgainst().contains(named)) {
            inVisit.add(event);
        } else {
            enter(kind(stage, named), named, event);
        }
    }

    private boolean restarts(int from, int to) {
        for (Restart restart : definition.restarts()) {
            if (restart.from().contains(from) && restart.to().contains(to)) {
                return true;
            }
        }
        return false;
    }

    private String kind(int from, int to) {
        if (definition.stages().get(to).exit()) {
            return "EXIT";
        }
        List<Integer> ordered = new ArrayList<>();
        for (int i = 0; i < definition.stages().size(); i++) {
            if (!definition.stages().get(i).exit()) {
                ordered.add(i);
            }
        }
        int steps = ordered.indexOf(to) - ordered.indexOf(from);
        return steps < 0 ? "REGRESS" : steps == 1 ? "ADVANCE" : "SKIP";
    }

    private void enter(String kind, int to, Event event) {
        move(kind, stage, to, been.contains(to), event.occurredAt(), event, inJourney);
        stage = to;
        been.add(to);
        inVisit = new ArrayList<>(List.of(event));
    }

    private void end(String kind, long at, @Nullable Event by) {
        move(kind, stage, null, false, at, by, inJourney);
    }

    private void move(
            String kind,
            @Nullable Integer from,
            @Nullable Integer to,
            boolean revisit,
            long at,
            @Nullable Event by,
            List<Event> counted) {
        long dwell = from == null ? 0 : at - inVisit.get(0).occurredAt();
        int touches = from == null ? 0 : inVisit.size();
        moves.add(new Move(
                kind,
                from,
                to,
                revisit,
                at,
                dwell,
                touches,
                by == null ? null : by.touchpoint(),
                by == null ? null : by.channel(),
                worth(counted)));
    }

    private static BigDecimal worth(List<Event> counted) {
        return counted.stream().map(Event::amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void close() {
        if (stage == null) {
            return;
        }
        Event first = inJourney.get(0);
        String label = first.occurredAt() + " " + first.channel() + " " + persona();
        for (int i = 0; i < moves.size(); i++) {
            rows.add(new Row(journey, i, label + " " + moves.get(i)));
        }
        journeys.add(new Told(journey, first.occurredAt(), first.channel(), persona(), moves, worth(inJourney)));
        stage = null;
        inJourney = new ArrayList<>();
        inVisit = new ArrayList<>();
        been = new HashSet<>();
        moves = new ArrayList<>();
    }

    private String persona() {
        Event last = inJourney.get(inJourney.size() - 1);
        Map<String, String> profile = new HashMap<>();
        for (Event event : events.subList(0, events.indexOf(last) + 1)) {
            for (String attribute : definition.profileAttributes()) {
                if (event.attributes().containsKey(attribute)) {
                    profile.put(attribute, event.attributes().get(attribute));
                }
            }
        }
        for (Persona persona : definition.personas()) {
            if (persona.when().holds(field -> profile.get(field.attribute()))) {
                return persona.id();
            }
        }
        return "none";
    }

    /** The events that count of a list of deliveries, in event order. */
    public static List<Event> counting(List<Event> deliveries, Comparator<Event> byDelivery) {
        Map<String, Event> smallest = new HashMap<>();
        deliveries.forEach(event ->
                smallest.merge(event.eventId(), event, (one, two) -> byDelivery.compare(one, two) <= 0 ? one : two));
        return smallest.values().stream().sorted(order()).toList();
    }
}
