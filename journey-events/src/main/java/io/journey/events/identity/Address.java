package io.journey.events.identity;

import io.journey.events.v1.TouchpointKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one rule that says which identity an event is addressed by. Producers key by it and the intake checks it, so both
 * must use this.
 */
public final class Address {

    private Address() {}

    /**
     * The strongest usable identity.
     *
     * @param ladder namespaces from strongest to weakest
     * @param ignore values per namespace that identify nobody
     * @param identities identities of the event, namespace to value
     * @return empty when no namespace of the ladder has a usable value
     */
    public static Optional<TouchpointKey> of(
            List<String> ladder, Map<String, Set<String>> ignore, Map<String, String> identities) {
        for (String namespace : ladder) {
            String value = identities.get(namespace);
            if (value != null
                    && !value.isBlank()
                    && !ignore.getOrDefault(namespace, Set.of()).contains(value)) {
                return Optional.of(new TouchpointKey(namespace, value));
            }
        }
        return Optional.empty();
    }

    /**
     * A key for an event that has no address: its alphabetically first identity, so that every delivery of the event
     * takes the same way to being rejected.
     *
     * @return empty when the event has no identity at all
     */
    public static Optional<TouchpointKey> stray(Map<String, String> identities) {
        return new TreeMap<>(identities)
                .entrySet().stream().findFirst().map(first -> new TouchpointKey(first.getKey(), first.getValue()));
    }
}
