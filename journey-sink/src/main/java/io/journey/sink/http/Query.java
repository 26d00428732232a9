package io.journey.sink.http;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The query parameters of one request, read with all their faults noted.
 *
 * <p>A parameter that the endpoint does not know is a fault too: a misspelt filter must not look like an answer.
 */
final class Query {

    private final Map<String, List<String>> parameters;
    private final List<ParameterFault> faults = new ArrayList<>();

    Query(Map<String, List<String>> parameters, Set<String> known) {
        this.parameters = parameters;
        parameters.forEach((name, values) -> {
            if (!known.contains(name)) {
                fault(name, String.join(", ", values), "no such parameter; known here: " + sorted(known));
            } else if (values.size() > 1) {
                fault(name, String.join(", ", values), "one value");
            }
        });
    }

    private static String sorted(Set<String> known) {
        return known.isEmpty()
                ? "none"
                : String.join(", ", known.stream().sorted().toList());
    }

    List<ParameterFault> faults() {
        return List.copyOf(faults);
    }

    /** A value that must be there and not be empty. */
    String required(String name, String expected) {
        String value = optional(name);
        if (value.isEmpty()) {
            fault(name, "", expected);
        }
        return value;
    }

    /** A value, empty when missing. */
    String optional(String name) {
        return parameters.getOrDefault(name, List.of("")).get(0);
    }

    Optional<Instant> instant(String name, String expected) {
        String value = required(name, expected);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(value));
        } catch (DateTimeParseException notAnInstant) {
            fault(name, value, expected);
            return Optional.empty();
        }
    }

    void fault(String name, String value, String expected) {
        faults.add(new ParameterFault(name, value, expected));
    }
}
