package io.journey.sink.http;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Requests about one journey: reads their parameters and holds them against what its definition keeps. */
final class JourneyQuery {

    private static final String AN_INSTANT =
            "an instant, one of those of /api/v1/windows, for example 2011-09-30T00:00:00.000Z";

    private final Definitions definitions;

    JourneyQuery(Definitions definitions) {
        this.definitions = definitions;
    }

    /** One window of one journey in one segment. */
    record Cell(String journey, String window, Instant windowStart, String segment) {}

    /** One segment of a journey, whatever the window. */
    record InSegment(String journey, String segment) {}

    /** All windows of a kind. */
    record InWindows(String journey, String window) {}

    Answer cell(Map<String, List<String>> parameters, Function<Cell, Answer.Body> body) throws SQLException {
        return about(parameters, Set.of("journey", "window", "windowStart", "segment"), (query, definition) -> {
            String window = window(query, definition);
            Optional<Instant> start = query.instant("windowStart", AN_INSTANT);
            String segment = segment(query, definition);
            return body.apply(new Cell(definition.journey(), window, start.orElse(Instant.EPOCH), segment));
        });
    }

    Answer inSegment(Map<String, List<String>> parameters, Function<InSegment, Answer.Body> body) throws SQLException {
        return about(
                parameters,
                Set.of("journey", "segment"),
                (query, definition) -> body.apply(new InSegment(definition.journey(), segment(query, definition))));
    }

    Answer inWindows(Map<String, List<String>> parameters, Function<InWindows, Answer.Body> body) throws SQLException {
        return about(
                parameters,
                Set.of("journey", "window"),
                (query, definition) -> body.apply(new InWindows(definition.journey(), window(query, definition))));
    }

    Answer journey(Map<String, List<String>> parameters, Function<String, Answer.Body> body) throws SQLException {
        return about(parameters, Set.of("journey"), (query, definition) -> body.apply(definition.journey()));
    }

    /** Reads the further parameters; the body is not used when one of them was at fault. */
    private interface Further {
        Answer.Body read(Query query, DefinitionView definition);
    }

    private Answer about(Map<String, List<String>> parameters, Set<String> known, Further further) throws SQLException {
        Query query = new Query(parameters, known);
        String journey = query.required("journey", "the id of a definition, see /api/v1/definitions");
        if (journey.isEmpty()) {
            return new Answer.Faulty(query.faults());
        }
        List<DefinitionView> found = definitions.named(journey);
        if (found.isEmpty()) {
            return new Answer.UnknownJourney(journey, definitions.names());
        }
        Answer.Body body = further.read(query, found.get(0));
        return query.faults().isEmpty() ? new Answer.Found(body) : new Answer.Faulty(query.faults());
    }

    private static String window(Query query, DefinitionView definition) {
        String expected = "a kind of window that the definition keeps: " + String.join(", ", definition.windows());
        String window = query.required("window", expected);
        if (!window.isEmpty() && !definition.windows().contains(window)) {
            query.fault("window", window, expected);
        }
        return window;
    }

    private static String segment(Query query, DefinitionView definition) {
        String segment = query.optional("segment");
        List<String> dimensions = Breakdown.dimensions(segment);
        boolean kept = definition.segments().stream()
                .anyMatch(breakdown -> breakdown.stream().sorted().toList().equals(dimensions));
        if (!kept) {
            query.fault(
                    "segment",
                    segment,
                    "a breakdown that the definition keeps: " + Breakdown.forms(definition.segments()));
        }
        return segment;
    }
}
