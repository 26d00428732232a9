package io.journey.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journey.local.registry.RegistryClient.Answer;
import java.util.List;

/**
 * Requests and what the protocol says they give, one a line.
 *
 * <p>An expected object names the fields that matter; an expected array is meant in full. A status of 4xx with a number
 * expects that error code.
 */
record Conversation(RegistryClient client) {

    private static final JsonMapper RELAXED = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .build();

    /** A request without a body. */
    Conversation ask(String request, int status, String expected) {
        return ask(request, "", status, expected);
    }

    /** A request with a schema. */
    Conversation askWithSchema(String request, String schema, int status, String expected) {
        return ask(request, RegistryClient.schema(schema), status, expected);
    }

    Conversation ask(String request, String body, int status, String expected) {
        Answer answer = send(request, body);
        assertThat(answer.status())
                .as("status of %s, which answered %s", request, answer.body())
                .isEqualTo(status);
        compare(request, answer.body(), read(expected));
        return this;
    }

    /** A request that is turned down with an error of the protocol. */
    Conversation refused(String request, int code) {
        return refused(request, "", code);
    }

    Conversation refusedSchema(String request, String schema, int code) {
        return refused(request, RegistryClient.schema(schema), code);
    }

    Conversation refused(String request, String body, int code) {
        return ask(request, body, code < 1000 ? code : code / 100, "{error_code: " + code + "}");
    }

    Answer send(String request, String body) {
        List<String> parts = List.of(request.split(" ", 2));
        return switch (parts.get(0)) {
            case "GET" -> client.get(parts.get(1));
            case "POST" -> client.post(parts.get(1), body);
            case "PUT" -> client.put(parts.get(1), body);
            case "DELETE" -> client.delete(parts.get(1));
            default -> throw new IllegalArgumentException(request);
        };
    }

    private static void compare(String place, JsonNode actual, JsonNode expected) {
        if (expected.isObject()) {
            expected.properties()
                    .forEach(field ->
                            compare(place + " ." + field.getKey(), actual.path(field.getKey()), field.getValue()));
            return;
        }
        if (expected.isArray() && !expected.isEmpty() && expected.get(0).isObject()) {
            assertThat(actual).as("%s: %s", place, actual).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                compare(place + " [" + i + "]", actual.path(i), expected.get(i));
            }
            return;
        }
        assertThat(actual).as(place).isEqualTo(expected);
    }

    static JsonNode read(String relaxed) {
        try {
            return RELAXED.readTree(relaxed);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(relaxed, cause);
        }
    }
}
