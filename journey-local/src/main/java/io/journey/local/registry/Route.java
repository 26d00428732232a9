package io.journey.local.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One line of the protocol: a method, a path with variables in braces, and what answers it.
 *
 * @param method of HTTP
 * @param segments of the path, variables as {@code {name}}
 * @param answer to a request of this kind
 */
record Route(String method, List<String> segments, Function<Call, Reply> answer) {

    static Route get(String path, Function<Call, Reply> answer) {
        return new Route("GET", split(path), answer);
    }

    static Route post(String path, Function<Call, Reply> answer) {
        return new Route("POST", split(path), answer);
    }

    static Route put(String path, Function<Call, Reply> answer) {
        return new Route("PUT", split(path), answer);
    }

    static Route delete(String path, Function<Call, Reply> answer) {
        return new Route("DELETE", split(path), answer);
    }

    private static List<String> split(String path) {
        return List.of(path.substring(1).split("/"));
    }

    /** The variables of a path, decoded already; empty when the path is another's. */
    Optional<Map<String, String>> match(List<String> path) {
        if (path.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String segment = segments.get(i);
            if (segment.startsWith("{")) {
                variables.put(segment.substring(1, segment.length() - 1), path.get(i));
            } else if (!segment.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
