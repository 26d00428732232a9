package io.journey.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Speaks plain HTTP to a registry, so that tests see what any client would. */
record RegistryClient(HttpClient http, URI registry) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    static RegistryClient of(EmbeddedRegistry registry) {
        return new RegistryClient(HttpClient.newHttpClient(), registry.uri());
    }

    /** An answer: its status and its body. */
    record Answer(int status, JsonNode body) {

        int errorCode() {
            return body.path("error_code").asInt();
        }

        String message() {
            return body.path("message").asText();
        }
    }

    static String schema(String text) {
        return MAPPER.createObjectNode().put("schema", text).toString();
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String body) {
        return send(request(path).PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", schema(schema));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(registry + path))
                .header("Content-Type", JSON)
                .header("Accept", JSON);
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        } catch (InterruptedException cause) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(cause);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = exchange(request);
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException cause) {
            throw new IllegalStateException(cause);
        }
    }
}
