package io.journey.events.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.journey.events.json.ParsedTouchpoint.Event;
import io.journey.events.json.ParsedTouchpoint.Fault;
import io.journey.events.reject.RejectReason;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one line, in whatever order they come. */
final class LineReader {

    private final JsonParser parser;
    private final Scalars scalars;

    private @Nullable String eventId;
    private @Nullable String source;
    private @Nullable String channel;
    private @Nullable String touchpoint;
    private @Nullable Instant occurredAt;
    private @Nullable Long sequence;
    private @Nullable Instant sentAt;
    private @Nullable Instant receivedAt;
    private Map<String, String> identities = Map.of();
    private @Nullable BigDecimal amount;
    private @Nullable String currency;
    private @Nullable String surveyKind;
    private @Nullable BigDecimal surveyScore;
    private Map<String, String> attributes = Map.of();

    LineReader(JsonParser parser) {
        this.parser = parser;
        this.scalars = new Scalars(parser);
    }

    ParsedTouchpoint read(String line) throws IOException {
        try {
            return readObject();
        } catch (JsonProcessingException e) {
            String detail = "expected a JSON object: " + e.getOriginalMessage() + " in " + Shortened.of(line);
            return new Fault(RejectReason.NOT_JSON, detail, knownSource());
        }
    }

    private ParsedTouchpoint readObject() throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            scalars.fault(
                    RejectReason.NOT_JSON, "found " + Shortened.of(parser.getText()) + ", expected a JSON object");
            return fault();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                readField(field);
            }
        }
        if (parser.nextToken() != null) {
            scalars.fault(
                    RejectReason.NOT_JSON,
                    "found " + Shortened.of(parser.getText()) + " after the object, expected one event a line");
        }
        requireFields();
        return scalars.reason() == null ? event() : fault();
    }

    private void readField(String field) throws IOException {
        switch (field) {
            case "eventId" -> eventId = scalars.text(field);
            case "source" -> source = scalars.text(field);
            case "channel" -> channel = scalars.text(field);
            case "touchpoint" -> touchpoint = scalars.text(field);
            case "occurredAt" -> occurredAt = scalars.instant(field);
            case "sequence" -> sequence = scalars.whole(field);
            case "sentAt" -> sentAt = scalars.instant(field);
            case "receivedAt" -> receivedAt = scalars.instant(field);
            case "identities" -> identities = identities();
            case "value" -> readValue();
            case "survey" -> readSurvey();
            case "attributes" -> attributes = attributes();
            default -> parser.skipChildren();
        }
    }

    private Map<String, String> identities() throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        eachMember("identities", name -> put(read, name, scalars.text("identities." + name)));
        return read;
    }

    private Map<String, String> attributes() throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        eachMember("attributes", name -> put(read, name, scalars.spelled("attributes." + name)));
        return read;
    }

    private void put(Map<String, String> into, String name, @Nullable String value) {
        String wellFormed = scalars.wellFormed("name of a field", name);
        if (wellFormed != null && value != null) {
            into.put(wellFormed, value);
        }
    }

    private void readValue() throws IOException {
        boolean anObject = eachMember("value", name -> {
            switch (name) {
                case "amount" -> amount = scalars.decimal("value.amount");
                case "currency" -> currency = scalars.text("value.currency");
                default -> parser.skipChildren();
            }
        });
        if (anObject && amount == null) {
            scalars.fault(RejectReason.MISSING_FIELD, "value.amount: absent, expected a decimal number");
        }
    }

    private void readSurvey() throws IOException {
        boolean anObject = eachMember("survey", name -> {
            switch (name) {
                case "kind" -> surveyKind = scalars.text("survey.kind");
                case "score" -> surveyScore = scalars.decimal("survey.score");
                default -> parser.skipChildren();
            }
        });
        if (anObject) {
            requireText("survey.kind", surveyKind);
            if (surveyScore == null) {
                scalars.fault(RejectReason.MISSING_FIELD, "survey.score: absent, expected a decimal number");
            }
        }
    }

    /** Members whose value is null count as absent. */
    private boolean eachMember(String field, MemberReader member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            scalars.unfit(field, "an object");
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                member.read(name);
            }
        }
        return true;
    }

    private void requireFields() {
        requireText("eventId", eventId);
        requireText("channel", channel);
        requireText("touchpoint", touchpoint);
        if (occurredAt == null) {
            scalars.fault(RejectReason.MISSING_FIELD, "occurredAt: absent, expected an instant");
        }
        if (identities.values().stream().allMatch(String::isBlank)) {
            scalars.fault(
                    RejectReason.NO_IDENTITY,
                    "identities: none with a value, expected at least one such as {\"customer\":\"42\"}");
        }
    }

    private void requireText(String field, @Nullable String value) {
        if (value == null) {
            scalars.fault(RejectReason.MISSING_FIELD, field + ": absent, expected a text");
        } else if (value.isBlank()) {
            scalars.fault(RejectReason.MISSING_FIELD, field + ": blank, expected a text");
        }
    }

    private ParsedTouchpoint event() {
        return new Event(new Touchpoint(
                eventId,
                Objects.requireNonNullElse(source, ""),
                channel,
                touchpoint,
                occurredAt,
                sequence == null ? Long.valueOf(0) : sequence,
                sentAt,
                receivedAt,
                identities,
                amount,
                currency,
                surveyKind,
                surveyScore,
                attributes));
    }

    private ParsedTouchpoint fault() {
        return new Fault(
                Objects.requireNonNull(scalars.reason()), Objects.requireNonNull(scalars.detail()), knownSource());
    }

    private String knownSource() {
        return source == null || source.isBlank() ? Fault.UNKNOWN_SOURCE : source;
    }

    @FunctionalInterface
    private interface MemberReader {
        void read(String name) throws IOException;
    }
}
