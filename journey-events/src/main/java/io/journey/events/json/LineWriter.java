package io.journey.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.journey.events.v1.Touchpoint;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes one event as one line; what is absent is left out. */
final class LineWriter {

    private final JsonGenerator json;

    private LineWriter(JsonGenerator json) {
        this.json = json;
    }

    static String write(JsonFactory factory, Touchpoint event) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = factory.createGenerator(line)) {
            new LineWriter(json).write(event);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return line.toString();
    }

    private void write(Touchpoint event) throws IOException {
        json.writeStartObject();
        json.writeStringField("eventId", event.getEventId());
        if (!event.getSource().isEmpty()) {
            json.writeStringField("source", event.getSource());
        }
        json.writeStringField("channel", event.getChannel());
        json.writeStringField("touchpoint", event.getTouchpoint());
        writeInstant("occurredAt", event.getOccurredAt());
        if (event.getSequence() != 0) {
            json.writeNumberField("sequence", event.getSequence());
        }
        writeInstant("sentAt", event.getSentAt());
        writeInstant("receivedAt", event.getReceivedAt());
        writeMap("identities", event.getIdentities());
        writeValue(event.getAmount(), event.getCurrency());
        writeSurvey(event.getSurveyKind(), event.getSurveyScore());
        if (!event.getAttributes().isEmpty()) {
            writeMap("attributes", event.getAttributes());
        }
        json.writeEndObject();
    }

    private void writeInstant(String field, @Nullable Instant instant) throws IOException {
        if (instant != null) {
            json.writeStringField(field, instant.toString());
        }
    }

    private void writeMap(String field, Map<String, String> map) throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, String> entry : new TreeMap<>(map).entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void writeValue(@Nullable BigDecimal amount, @Nullable String currency) throws IOException {
        if (amount == null) {
            return;
        }
        json.writeObjectFieldStart("value");
        json.writeStringField("amount", plain(amount));
        if (currency != null) {
            json.writeStringField("currency", currency);
        }
        json.writeEndObject();
    }

    private void writeSurvey(@Nullable String kind, @Nullable BigDecimal score) throws IOException {
        if (kind == null || score == null) {
            return;
        }
        json.writeObjectFieldStart("survey");
        json.writeStringField("kind", kind);
        json.writeNumberField("score", new BigDecimal(plain(score)));
        json.writeEndObject();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
