package io.journey.bench.hot;

import io.journey.core.event.Event;
import io.journey.core.journey.EventPosition;
import io.journey.core.journey.JourneyRules;
import io.journey.core.journey.Touch;
import io.journey.events.json.ParsedTouchpoint;
import io.journey.events.json.TouchpointJson;
import io.journey.events.v1.Touchpoint;
import io.journey.streams.definition.DefinitionFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The real events that the benchmarks run over: the first of a file, and the definition that gives them their stages.
 */
final class Sample {

    /** Operations of a benchmark that goes through all of them. */
    static final int EVENTS = 1024;

    private static final String FILE = "journey.bench.events";
    private static final String DEFINITION = "journey.bench.definition";

    private final JourneyRules rules;
    private final List<Touchpoint> touchpoints;

    private Sample(JourneyRules rules, List<Touchpoint> touchpoints) {
        this.rules = rules;
        this.touchpoints = touchpoints;
    }

    /** The sample that the process's system properties name. */
    static Sample load() {
        return new Sample(rules(Path.of(property(DEFINITION))), first(Path.of(property(FILE))));
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("system property " + name + " is missing; journey-bench/hot gives it");
        }
        return value;
    }

    private static JourneyRules rules(Path file) {
        if (DefinitionFile.read(file) instanceof DefinitionFile.Valid valid) {
            return new JourneyRules(valid.definition());
        }
        throw new IllegalArgumentException(file + " is no definition; ./journey definition validate says why");
    }

    private static List<Touchpoint> first(Path file) {
        List<Touchpoint> events = new ArrayList<>(EVENTS);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && events.size() < EVENTS) {
                if (TouchpointJson.parse(line) instanceof ParsedTouchpoint.Event event) {
                    events.add(event.touchpoint());
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
        if (events.size() < EVENTS) {
            throw new IllegalArgumentException(file + " has " + events.size() + " events, expected at least " + EVENTS);
        }
        return events;
    }

    JourneyRules rules() {
        return rules;
    }

    List<Touchpoint> touchpoints() {
        return touchpoints;
    }

    List<Event> events() {
        return touchpoints.stream().map(Sample::event).toList();
    }

    /** Every customer's touches in event order; all of them together are {@link #EVENTS}. */
    List<List<Touch>> histories() {
        Map<String, List<Touch>> histories = new LinkedHashMap<>();
        for (Touchpoint touchpoint : touchpoints) {
            histories
                    .computeIfAbsent(touchpoint.getIdentities().toString(), customer -> new ArrayList<>())
                    .add(rules.touch(event(touchpoint)));
        }
        histories.values().forEach(touches -> touches.sort(null));
        return List.copyOf(histories.values());
    }

    /** Milliseconds from a customer's first touch to each of their touches; {@link #EVENTS} in all. */
    long[] times() {
        return histories().stream()
                .flatMapToLong(touches -> touches.stream()
                        .mapToLong(touch -> touch.at() - touches.get(0).at()))
                .toArray();
    }

    /**
     * The longest history, with so many touches: each is left out, or repeated at its instant, as evenly as can be. So
     * histories of all lengths go through the same stages.
     */
    List<Touch> history(int touches) {
        List<Touch> longest =
                histories().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
        List<Touch> history = new ArrayList<>(touches);
        for (int i = 0; i < touches; i++) {
            history.add(at(2L * i, longest.get(i * longest.size() / touches)));
        }
        return history;
    }

    /** A touch like that of the middle of a history, right after it. */
    static Touch late(List<Touch> history) {
        Touch middle = history.get(history.size() / 2);
        return at(middle.position().sequence() + 1, middle);
    }

    private static Touch at(long sequence, Touch touch) {
        @Nullable String[] profile = new String[touch.profileSize()];
        Arrays.setAll(profile, touch::profile);
        return new Touch(
                new EventPosition(touch.at(), sequence, touch.position().eventId()),
                touch.source(),
                touch.channel(),
                touch.touchpoint(),
                touch.rule(),
                touch.countedRules(),
                touch.amount(),
                profile);
    }

    private static Event event(Touchpoint touchpoint) {
        return new Event(
                touchpoint.getEventId(),
                touchpoint.getOccurredAt().toEpochMilli(),
                touchpoint.getSequence(),
                touchpoint.getSource(),
                touchpoint.getChannel(),
                touchpoint.getTouchpoint(),
                touchpoint.getAmount(),
                touchpoint.getSurveyKind(),
                touchpoint.getSurveyScore(),
                touchpoint.getAttributes());
    }
}
