package io.journey.streams.query;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The path of a request, read. */
sealed interface QueryPath {

    /** Longer ones name nobody: an identity has 1024 characters at most, which take up to nine bytes each here. */
    int LONGEST = 12_000;

    /** Which journeys can be asked about. */
    record Journeys() implements QueryPath {}

    /** What is known of an identity. */
    record Asked(Question question) implements QueryPath {}

    /** Nothing that there is. */
    record Nothing() implements QueryPath {}

    static QueryPath of(URI uri) {
        List<String> steps = List.of(uri.getRawPath().split("/", -1));
        if (steps.equals(List.of("", "v1", "journeys"))) {
            return new Journeys();
        }
        Optional<Question.Part> part = part(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        boolean shaped = steps.size() == 6
                && steps.subList(0, 3).equals(List.of("", "v1", "journeys"))
                && steps.get(4).equals("identities");
        if (!shaped || part.isEmpty()) {
            return new Nothing();
        }
        try {
            return new Asked(new Question(decoded(steps.get(3)), decoded(steps.get(5)), part.get()));
        } catch (IllegalArgumentException malformed) {
            return new Nothing();
        }
    }

    private static Optional<Question.Part> part(String query) {
        return query.isEmpty()
                ? Optional.of(Question.Part.ALL)
                : Stream.of(Question.Part.KEPT, Question.Part.CLAIMS)
                        .filter(part -> query.equals("part=" + part.name().toLowerCase(Locale.ROOT)))
                        .findFirst();
    }

    /** In a path a plus sign is a plus sign. */
    private static String decoded(String step) {
        return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
