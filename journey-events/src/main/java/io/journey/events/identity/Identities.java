package io.journey.events.identity;

import io.journey.events.v1.TouchpointKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The one rule that says which identities of an event count, in what form, and which one is its address. Producers key
 * by it and the intake checks it, so both must use this.
 *
 * <p>Values are stripped of white space around them; those of the namespace {@code email} are lower-cased; those of
 * namespaces that are to be hashed are then replaced.
 */
public final class Identities {

    private static final String EMAIL = "email";

    private final List<String> ladder;
    private final Map<String, Set<String>> ignore = new HashMap<>();
    private final IdentityHash hash;

    /**
     * @param ladder namespaces from strongest to weakest
     * @param ignore values per namespace that identify nobody
     * @param hash what becomes of values that must not travel as they are
     */
    public Identities(List<String> ladder, Map<String, Set<String>> ignore, IdentityHash hash) {
        this.ladder = List.copyOf(ladder);
        this.hash = hash;
        ignore.forEach((namespace, values) -> {
            Set<String> forms = new HashSet<>();
            values.forEach(value -> {
                forms.add(plain(namespace, value));
                forms.add(form(namespace, value));
            });
            this.ignore.put(namespace, forms);
        });
    }

    /** The value in the form in which it counts. */
    public String form(String namespace, String value) {
        return hash.apply(namespace, plain(namespace, value));
    }

    private static String plain(String namespace, String value) {
        String stripped = value.strip();
        return namespace.equals(EMAIL) ? stripped.toLowerCase(Locale.ROOT) : stripped;
    }

    /** The usable identities of an event, strongest first: on the ladder, not blank, not ignored. */
    public List<TouchpointKey> usable(Map<String, String> identities) {
        List<TouchpointKey> usable = new ArrayList<>(1);
        for (String namespace : ladder) {
            String value = identities.get(namespace);
            if (value != null && counts(namespace, value)) {
                usable.add(new TouchpointKey(namespace, form(namespace, value)));
            }
        }
        return usable;
    }

    /** Whether a value of a namespace of the ladder identifies somebody. */
    public boolean counts(String namespace, String value) {
        String plain = plain(namespace, value);
        return !plain.isEmpty() && !ignore.getOrDefault(namespace, Set.of()).contains(plain);
    }

    /** The strongest usable identity; empty when no namespace of the ladder has a usable value. */
    public Optional<TouchpointKey> address(Map<String, String> identities) {
        List<TouchpointKey> usable = usable(identities);
        return usable.isEmpty() ? Optional.empty() : Optional.of(usable.get(0));
    }

    /** The identities in the form in which they may be stored: hashed where that is asked for, else as they are. */
    public Map<String, String> stored(Map<String, String> identities) {
        if (hash.namespaces().stream().noneMatch(identities::containsKey)) {
            return identities;
        }
        Map<String, String> stored = new HashMap<>(identities);
        stored.replaceAll((namespace, value) -> hash.namespaces().contains(namespace) ? form(namespace, value) : value);
        return stored;
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
