package io.journey.core.definition;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which identities count.
 *
 * @param ladder namespaces from strongest to weakest, at least one; the first is the primary one
 * @param ignore values per namespace that identify nobody
 * @param lookback how far back a claim reaches to events before it
 */
public record IdentityRules(List<String> ladder, Map<String, Set<String>> ignore, Duration lookback) {

    public IdentityRules {
        ladder = List.copyOf(ladder);
        ignore = ignore.entrySet().stream()
                .collect(toUnmodifiableMap(Map.Entry::getKey, values -> Set.copyOf(values.getValue())));
    }
}
