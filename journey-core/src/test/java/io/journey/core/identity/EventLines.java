package io.journey.core.identity;

import io.journey.core.event.Event;
import io.journey.core.identity.NaiveIdentity.Delivered;
import io.journey.core.identity.NaiveIdentity.Erased;
import io.journey.core.identity.NaiveIdentity.Given;
import io.journey.core.identity.NaiveIdentity.Unlinked;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a random case as a producer would send it: lines of JSON, identities in forms that mean the same. */
public final class EventLines {

    /** Who sends what is no contact. */
    static final String INSTRUCTIONS_SOURCE = "desk";

    private final RandomLadder ladder;
    private final Random random;

    private EventLines(RandomLadder ladder, long seed) {
        this.ladder = ladder;
        this.random = new Random(seed);
    }

    /** One line for each input, in the order of arrival. */
    public static List<String> of(RandomLadder ladder, long seed) {
        EventLines lines = new EventLines(ladder, seed);
        List<String> all = new ArrayList<>();
        for (Given given : ladder.inputs()) {
            all.add(lines.line(all.size(), given));
        }
        return all;
    }

    private String line(int number, Given given) {
        if (given instanceof Delivered one) {
            return contact(one);
        }
        if (given instanceof Unlinked one) {
            Map<String, String> attributes = Map.of("event", one.eventId());
            return instruction(number, "identity.unlink", one.address(), RandomLadder.END, attributes);
        }
        Erased erased = (Erased) given;
        Map<String, String> attributes = new TreeMap<>();
        if (erased.from() != Long.MIN_VALUE) {
            attributes.put("from", Instant.ofEpochMilli(erased.from()).toString());
        }
        if (random.nextBoolean()) {
            return instruction(number, "identity.erase", erased.address(), erased.to(), attributes);
        }
        attributes.put("to", Instant.ofEpochMilli(erased.to()).toString());
        return instruction(number, "identity.erase", erased.address(), RandomLadder.END, attributes);
    }

    private String contact(Delivered one) {
        Event event = one.event();
        Map<String, String> identities = identities(one.address());
        // The last wins: what is claimed of the primary namespace is an alias, which an attribute names.
        one.claims().stream()
                .filter(claim -> !claim.startsWith(namespace(one.address()) + ":"))
                .forEach(claim -> identities.put(namespace(claim), form(claim)));
        return line(
                event.eventId(),
                event.source(),
                event.channel(),
                event.touchpoint(),
                event.occurredAt(),
                event.sequence(),
                event.amount() == null ? "" : worth(event.amount()),
                identities,
                event.attributes());
    }

    private String instruction(int number, String touchpoint, String address, long at, Map<String, String> attributes) {
        return line(
                "instruction" + number,
                INSTRUCTIONS_SOURCE,
                "support",
                touchpoint,
                at,
                0,
                "",
                identities(address),
                attributes);
    }

    /** The address, and now and then a value that identifies nobody, or a namespace that is off the ladder. */
    private Map<String, String> identities(String address) {
        Map<String, String> identities = new TreeMap<>();
        for (String namespace : ladder.definition().identity().ladder()) {
            if (random.nextInt(6) == 0) {
                identities.put(namespace, RandomLadder.NOBODY);
            }
        }
        if (random.nextInt(6) == 0) {
            identities.put("fax", "1");
        }
        identities.put(namespace(address), form(address));
        return identities;
    }

    private static String namespace(String identity) {
        return identity.substring(0, identity.indexOf(':'));
    }

    private String form(String identity) {
        String value = identity.substring(identity.indexOf(':') + 1);
        String form = random.nextInt(6) == 0 ? " " + value + " " : value;
        return namespace(identity).equals("email") && random.nextBoolean() ? form.toUpperCase(Locale.ROOT) : form;
    }

    private static String line(
            String eventId,
            String source,
            String channel,
            String touchpoint,
            long at,
            long sequence,
            String value,
            Map<String, String> identities,
            Map<String, String> attributes) {
        return ("{\"eventId\":%s,\"source\":%s,\"channel\":%s,\"touchpoint\":%s,\"occurredAt\":%s,\"sequence\":%d,%s"
                        + "\"identities\":%s,\"attributes\":%s}")
                .formatted(
                        text(eventId),
                        text(source),
                        text(channel),
                        text(touchpoint),
                        text(Instant.ofEpochMilli(at).toString()),
                        sequence,
                        value,
                        object(identities),
                        object(attributes));
    }

    private static String worth(BigDecimal amount) {
        return "\"value\":{\"amount\":" + text(amount.toPlainString()) + ",\"currency\":\"EUR\"},";
    }

    private static String object(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> text(field.getKey()) + ":" + text(field.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** Nothing here needs escaping. */
    private static String text(String value) {
        return '"' + value + '"';
    }
}
