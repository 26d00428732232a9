package io.journey.streams.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Answers as JSON: instants in UTC with milliseconds, amounts as text so that no reader rounds them. */
final class QueryJson {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    // Another instance may run a later version, which says more.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(new InstantSerializer())
                    .addDeserializer(Instant.class, new InstantDeserializer()))
            .build();

    private QueryJson() {}

    static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException unexpected) {
            throw new IllegalStateException("records of texts, numbers and instants can be written", unexpected);
        }
    }

    static String fault(int status, String message) {
        return write(Map.of("status", status, "message", message));
    }

    static Customer customer(String json) throws IOException {
        return MAPPER.readValue(json, Customer.class);
    }

    /** The message of an answer that is none; empty when it has none. */
    static String message(String json) {
        try {
            return MAPPER.readTree(json).path("message").asText("");
        } catch (IOException notOurs) {
            return "";
        }
    }

    static List<String> journeys(String json) throws IOException {
        return MAPPER.readTree(json).path("journeys").findValuesAsText("journey");
    }

    static String journeys(List<String> journeys) {
        return write(Map.of(
                "journeys",
                journeys.stream().map(journey -> Map.of("journey", journey)).toList()));
    }

    private static final class InstantSerializer extends StdScalarSerializer<Instant> {

        private static final long serialVersionUID = 1;

        InstantSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(INSTANT.format(value));
        }
    }

    private static final class InstantDeserializer extends StdScalarDeserializer<Instant> {

        private static final long serialVersionUID = 1;

        InstantDeserializer() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Instant.parse(json.getText());
        }
    }
}
