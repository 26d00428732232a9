package io.journey.events.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls to the registry: over all base URLs, again after a pause while that can help, as JSON. */
final class RegistryHttp {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    static final ObjectMapper JSON = new ObjectMapper();

    private final RegistrySettings settings;
    private final HttpClient client;
    /** Position of the base URL that answered last; a race between threads costs one detour at most. */
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        // HTTP/1.1, because the offer to upgrade to HTTP/2 confuses some proxies and brings single calls nothing.
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(settings.connectTimeout());
        settings.tls().ifPresent(tls -> builder.sslContext(tls.context("schema.registry.ssl.*")));
        this.client = builder.build();
    }

    /**
     * Calls the registry.
     *
     * @param what the call in words, for messages
     * @throws RegistryUnavailableException when no base URL gave a usable answer and all retries are used up
     * @throws RegistryRefusedException when the registry said no
     */
    JsonNode call(String what, Call call) {
        for (int retry = 0; ; retry++) {
            List<String> problems = new ArrayList<>();
            Optional<Answer> answer = tryAll(call, problems);
            if (answer.isPresent()) {
                return read(what, answer.get());
            }
            if (retry == settings.retry().retries()) {
                throw new RegistryUnavailableException("schema registry: cannot " + what + " after " + (retry + 1)
                        + " attempts: " + String.join("; ", problems) + "; check that the registry runs and "
                        + RegistryConfig.URL + " is right");
            }
            LOG.atWarn()
                    .addKeyValue("attempt", retry + 1)
                    .addKeyValue("problems", problems)
                    .log("schema registry did not answer, trying again");
            pause(retry + 1);
        }
    }

    private Optional<Answer> tryAll(Call call, List<String> problems) {
        int first = preferred;
        int count = settings.urls().size();
        for (int i = 0; i < count; i++) {
            int position = (first + i) % count;
            URI base = settings.urls().get(position);
            long begin = System.nanoTime();
            try {
                Answer answer = send(base, call);
                if (!answer.comeBackLater()) {
                    preferred = position;
                    RegistryCalls.ANSWERED.add(System.nanoTime() - begin);
                    return Optional.of(answer);
                }
                RegistryCalls.UNANSWERED.add(System.nanoTime() - begin);
                problems.add(shown(base) + " answered " + answer.status() + " " + answer.shortBody());
            } catch (IOException e) {
                RegistryCalls.UNANSWERED.add(System.nanoTime() - begin);
                problems.add(shown(base) + " did not answer: " + e);
            }
        }
        return Optional.empty();
    }

    private Answer send(URI base, Call call) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target(base, call.path()))
                .timeout(settings.readTimeout())
                .header("Accept", MEDIA_TYPE + ", application/vnd.schemaregistry+json, application/json")
                .header("Content-Type", MEDIA_TYPE)
                .method(call.method(), BodyPublishers.ofString(call.body()));
        settings.credentials().authorization(base).ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static URI target(URI base, String path) {
        String prefix = base.getRawPath() == null ? "" : base.getRawPath().replaceAll("/+$", "");
        try {
            URI bare = new URI(base.getScheme(), null, base.getHost(), base.getPort(), null, null, null);
            return URI.create(bare + prefix + path);
        } catch (URISyntaxException e) {
            throw new ConfigException(RegistryConfig.URL, shown(base), e.getMessage());
        }
    }

    private static JsonNode read(String what, Answer answer) {
        JsonNode json = json(answer);
        if (answer.good() && !json.isMissingNode()) {
            return json;
        }
        int code = json.path("error_code").asInt(answer.status());
        String message = json.path("message").asText(answer.shortBody());
        throw new RegistryRefusedException(
                answer.status(),
                code,
                "schema registry: cannot " + what + ": it answered " + answer.status() + ", code " + code + ": "
                        + message + advice(answer, code));
    }

    private static String advice(Answer answer, int code) {
        if (answer.status() == 401 || answer.status() == 403) {
            return "; whoever runs this application must check its credentials for the registry";
        }
        boolean noRegistry = answer.good() || answer.status() / 100 == 3 || (answer.status() == 404 && code == 404);
        return noRegistry ? "; expected JSON: check the host and path in " + RegistryConfig.URL : "";
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private void pause(int retry) {
        try {
            Thread.sleep(settings.retry().pauseBefore(retry).toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** Without user and password. */
    private static String shown(URI base) {
        return base.getScheme() + "://" + base.getHost() + (base.getPort() < 0 ? "" : ":" + base.getPort())
                + (base.getRawPath() == null ? "" : base.getRawPath());
    }

    /** One call: method, path below the base URL with its query, body; an empty body for GET. */
    record Call(String method, String path, String body) {

        static Call get(String path) {
            return new Call("GET", path, "");
        }

        static Call post(String path, JsonNode body) {
            return new Call("POST", path, body.toString());
        }

        static Call put(String path, JsonNode body) {
            return new Call("PUT", path, body.toString());
        }
    }
}
