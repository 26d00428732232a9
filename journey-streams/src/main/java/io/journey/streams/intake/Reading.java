package io.journey.streams.intake;

import io.journey.core.definition.IdentityRules;
import io.journey.core.event.Event;
import io.journey.core.identity.Delivery;
import io.journey.core.identity.Erasure;
import io.journey.core.identity.Unlink;
import io.journey.core.journey.JourneyRules;
import io.journey.events.identity.Identities;
import io.journey.events.identity.IdentityHash;
import io.journey.events.identity.Instructions;
import io.journey.events.reject.RejectReason;
import io.journey.events.v1.Touchpoint;
import io.journey.events.v1.TouchpointKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an event that is well-formed says, and to whom: a contact with its claims, or an instruction. */
final class Reading {

    private final JourneyRules rules;
    private final IdentityRules identity;
    private final Identities identities;

    Reading(JourneyRules rules, IdentityHash hash) {
        this.rules = rules;
        this.identity = rules.definition().identity();
        this.identities = new Identities(identity.ladder(), identity.ignore(), hash);
    }

    Verdict read(Touchpoint event, String source) {
        List<TouchpointKey> usable = identities.usable(event.getIdentities());
        if (usable.isEmpty()) {
            return new Verdict.Unusable(
                    RejectReason.NO_IDENTITY,
                    "identities in " + event.getIdentities().keySet() + ", expected a value in one of "
                            + identity.ladder() + " that is not on its ignore list",
                    source);
        }
        for (TouchpointKey each : usable) {
            String tooLong = Judge.tooLong("identity", each.getValue());
            if (tooLong != null) {
                return invalid(tooLong, source);
            }
        }
        for (String attribute : rules.definition().profileAttributes()) {
            String tooLong = Judge.tooLong(
                    "attributes." + attribute, event.getAttributes().getOrDefault(attribute, ""));
            if (tooLong != null) {
                return invalid(tooLong, source);
            }
        }
        return switch (event.getTouchpoint()) {
            case Instructions.ALIAS -> alias(event, usable, source);
            case Instructions.UNLINK -> unlink(event, usable, source);
            case Instructions.ERASE -> erase(event, usable, source);
            default -> delivery(event, usable, List.of(), source);
        };
    }

    private Verdict delivery(Touchpoint event, List<TouchpointKey> usable, List<String> aliases, String source) {
        List<String> claims = aliases;
        if (usable.size() > 1) {
            claims = new ArrayList<>(aliases);
            for (TouchpointKey weaker : usable.subList(1, usable.size())) {
                claims.add(text(weaker.getNamespace(), weaker.getValue()));
            }
        }
        return new Verdict.Usable(usable.get(0), new Delivery(rules.touch(event(event)), claims), source);
    }

    private Verdict alias(Touchpoint event, List<TouchpointKey> usable, String source) {
        String primary = identity.ladder().get(0);
        String value = event.getAttributes().get(Instructions.ALIAS_OF);
        if (value == null || value.isBlank()) {
            return missing(Instructions.ALIAS_OF, "a value of " + primary, source);
        }
        if (!usable.get(0).getNamespace().equals(primary)) {
            return invalid(
                    Instructions.ALIAS + " of a " + usable.get(0).getNamespace() + ", expected a " + primary, source);
        }
        String continued = identities.form(primary, value);
        if (!identities.counts(primary, value) || Judge.tooLong(primary, continued) != null) {
            return invalid(
                    "attributes." + Instructions.ALIAS_OF + " identifies nobody, expected a value of " + primary,
                    source);
        }
        return delivery(event, usable, List.of(text(primary, continued)), source);
    }

    private static Verdict unlink(Touchpoint event, List<TouchpointKey> usable, String source) {
        String unlinked = event.getAttributes().get(Instructions.UNLINKED_EVENT);
        return unlinked == null || unlinked.isBlank()
                ? missing(Instructions.UNLINKED_EVENT, "the id of an event", source)
                : new Verdict.Usable(usable.get(0), new Unlink(unlinked), source);
    }

    private static Verdict erase(Touchpoint event, List<TouchpointKey> usable, String source) {
        try {
            long from = instant(event, Instructions.ERASE_FROM, Instant.ofEpochMilli(Long.MIN_VALUE));
            long to = instant(event, Instructions.ERASE_TO, event.getOccurredAt());
            return new Verdict.Usable(usable.get(0), new Erasure(from, to), source);
        } catch (DateTimeParseException | ArithmeticException e) {
            return invalid("an interval to erase that is no interval: " + e.getMessage(), source);
        }
    }

    private static long instant(Touchpoint event, String attribute, Instant otherwise) {
        String given = event.getAttributes().get(attribute);
        return (given == null ? otherwise : Instant.parse(given)).toEpochMilli();
    }

    private static Verdict missing(String attribute, String expected, String source) {
        return new Verdict.Unusable(
                RejectReason.MISSING_FIELD, "attributes." + attribute + " is blank, expected " + expected, source);
    }

    private static Verdict invalid(@Nullable String detail, String source) {
        return new Verdict.Unusable(RejectReason.INVALID_VALUE, String.valueOf(detail), source);
    }

    private static String text(String namespace, String value) {
        return namespace + ":" + value;
    }

    private static Event event(Touchpoint event) {
        return new Event(
                event.getEventId(),
                event.getOccurredAt().toEpochMilli(),
                event.getSequence(),
                event.getSource(),
                event.getChannel(),
                event.getTouchpoint(),
                event.getAmount(),
                event.getSurveyKind(),
                event.getSurveyScore(),
                event.getAttributes());
    }
}
